/** Whether `site serve` gave this page: it puts a script of its own on each. */
export const isServed = (): boolean => document.querySelector("script[src^='/-/']") !== null;
