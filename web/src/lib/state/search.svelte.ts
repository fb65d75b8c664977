/** Whether the palette is open. */
class Search {
  open = $state(false);
}

export const search = new Search();
