"""The learner's folder: workspace files and the journal.

What the rest of the house uses (everything raises `WorkspaceError` or `JournalError` with a hint):

- `workspace.find_workspace(explicit, environ, cwd) -> Workspace | None`, `workspace.get_workspace(...)`
  and `workspace.create_workspace(folder, profile)`. A `Workspace` knows its folders: `.root`, `.profile`,
  `.stories`, `.interviews`, `.code`, `.drafts`, `.journal`, `.backups`, `.cache`.
- `profile.read_profile(workspace) -> Profile` and `profile.write_profile(workspace, profile)`, which
  keeps the learner's comments and the order of the keys.
- `files.read_text(path)`, `files.write_text(path, text)` (whole or not at all, also after a crash)
  and `files.hold(path)`, a lock on one file while it is read, changed and written.
- `journal.open_journal(workspace, now=...) -> Journal`, a context manager:
  `append(*events)` returns after the events are safe on the disk, `read_events(kinds=(), item="")`
  gives them ordered by instant and id without those that were undone, `merge(events)` adds foreign ones.
- `cards.read_cards(journal, retention=..., aliases=...) -> dict[str, Card]` (replayed, through a cache
  that can be dropped at any time).
- `transfer.export_events`, `transfer.import_files`, `sync.sync_folder`.

An exercise attempt is `Event(id=context.draw_id(), kind=EventKind.ATTEMPT, item="coding/softmax",
at=context.now(), offset=context.offset(), seconds=312, data={"passed": True, ...})`.
"""
