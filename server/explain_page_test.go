package server

import "testing"

// Each kind of rows behind a number is paged by itself: at the end of the one, the other still stands where it was.
func TestKindsOfRowsArePagedApart(t *testing.T) {
	const number = "chart=mobility-balance&at=country_code:DE&column=net&limit=20"
	first := explained(t, number)
	if len(first.Used) != 2 || first.Used[0].Rows == first.Used[1].Rows {
		t.Fatalf("%d kinds of rows", len(first.Used))
	}
	both := explained(t, number+"&offset=240")
	apart := explained(t, number+"&offset=0,240")
	for i, want := range []int{0, 240} {
		if apart.Used[i].Offset != want || len(apart.Used[i].Sample) == 0 || both.Used[i].Offset != 240 {
			t.Errorf("kind %d begins at %d with %d rows; with one offset at %d", i, apart.Used[i].Offset, len(apart.Used[i].Sample), both.Used[i].Offset)
		}
	}
	if short := explained(t, number+"&offset=20,0").Used; short[0].Offset != 20 || short[1].Offset != 0 {
		t.Errorf("the kinds begin at %d and %d", short[0].Offset, short[1].Offset)
	}
}
