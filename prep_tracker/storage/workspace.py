"""Where the learner's folder is, and what lies in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from prep_tracker.errors import WorkspaceError
from prep_tracker.storage import files

HOME_VARIABLE = "PREP_TRACKER_HOME"

README = """\
This folder is yours: prep-tracker keeps here what you write and what you have learned.

profile.yml   your aim: role, level, companies, rounds, interview date, minutes a day
stories/      your STAR stories, one text file each
interviews/   your interviews and debriefs, one text file each
code/         your solutions to the exercises
drafts/       e-mails and documents that were made for you
journal.db    every answer you gave (SQLite); `prep-tracker progress export FILE` gives it as text
.prep-tracker/backups/   copies of the journal, one a day

Everything but journal.db can be read and edited with any editor, and put under git.
Do not put journal.db into git or a folder that a program synchronizes while you study:
`prep-tracker progress sync FOLDER` is made for that.
"""

IGNORED = """\
# The journal changes with every answer; share it with `prep-tracker progress sync FOLDER` instead.
/journal.db
/journal.db-journal
/journal.damaged-*
/.prep-tracker/
.*.lock
.*.partial
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """The learner's own folder.

    Attributes:
        root: Its absolute path.
    """

    root: Path

    @property
    def profile(self) -> Path:
        """The learner's aim, YAML."""
        return self.root / "profile.yml"

    @property
    def stories(self) -> Path:
        """STAR stories, a text file each."""
        return self.root / "stories"

    @property
    def interviews(self) -> Path:
        """Interviews and debriefs, a text file each."""
        return self.root / "interviews"

    @property
    def code(self) -> Path:
        """The learner's solutions."""
        return self.root / "code"

    @property
    def drafts(self) -> Path:
        """Documents and e-mails made for the learner."""
        return self.root / "drafts"

    @property
    def own_pack(self) -> Path:
        """The learner's private pack: questions they met that no pack has."""
        return self.root / "pack"

    @property
    def journal(self) -> Path:
        """The journal, SQLite."""
        return self.root / "journal.db"

    @property
    def own(self) -> Path:
        """What the program keeps for itself."""
        return self.root / ".prep-tracker"

    @property
    def backups(self) -> Path:
        """Copies of the journal."""
        return self.own / "backups"

    @property
    def cache(self) -> Path:
        """What can be thrown away and is made again."""
        return self.own / "cache"


def is_workspace(folder: Path) -> bool:
    """Whether a folder is a learner's: it has a profile, and a journal or the folder of our own."""
    space = Workspace(root=folder)
    try:
        if not space.profile.is_file():
            return False
        return any(
            place.exists() for place in (space.journal, space.own, space.stories, space.interviews)
        )
    except OSError:
        return False


def platform_folder() -> Path:
    """The folder for the learner's data by the custom of this system."""
    from platformdirs import user_data_path

    return user_data_path("prep-tracker", appauthor=False)


def find_workspace(
    explicit: Path | None, environ: Mapping[str, str], cwd: Path
) -> Workspace | None:
    """The learner's folder, or None.

    Args:
        explicit: What `--workspace` says; nothing else is tried then.
        environ: Environment; `PREP_TRACKER_HOME` comes next, and again nothing else then.
        cwd: The current folder; it or the nearest parent that is a workspace, else the platform's.
    """
    named = explicit or (Path(environ[HOME_VARIABLE]) if environ.get(HOME_VARIABLE) else None)
    if named is not None:
        folder = (cwd / named.expanduser()).absolute()
        return Workspace(root=folder) if is_workspace(folder) else None
    near = next((folder for folder in (cwd, *cwd.parents) if is_workspace(folder)), None)
    if near is not None:
        return Workspace(root=near)
    folder = platform_folder()
    return Workspace(root=folder) if is_workspace(folder) else None


def get_workspace(explicit: Path | None, environ: Mapping[str, str], cwd: Path) -> Workspace:
    """The learner's folder.

    Raises:
        WorkspaceError: There is none where it was looked for.
    """
    found = find_workspace(explicit, environ, cwd)
    if found is not None:
        return found
    named = str(explicit or environ.get(HOME_VARIABLE, ""))
    if named:
        raise WorkspaceError(
            f"{named} is not a workspace.", f"Make it one: prep-tracker init '{named}'"
        )
    raise WorkspaceError("You have no workspace yet.", "Make one: prep-tracker init")


def create_workspace(folder: Path, profile_text: str) -> Workspace:
    """Make a folder the learner's own; what is already there stays as it is.

    Args:
        folder: May exist and hold other things.
        profile_text: For `profile.yml`, when there is none yet.

    Raises:
        WorkspaceError: It cannot be made or written to.
    """
    space = Workspace(root=folder.absolute())
    for place in (space.root, space.stories, space.interviews, space.code, space.drafts, space.own):
        files.make_folder(place)
    for path, text in (
        (space.root / "README.txt", README),
        (space.root / ".gitignore", IGNORED),
        (space.profile, profile_text),
    ):
        if not path.exists():
            files.write_text(path, text)
    return space
