package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// An exported file is rounded unless exact numbers are asked for by name.
func TestExportRoundsNumbersOfPeople(t *testing.T) {
	dir := t.TempDir()
	uneven := func(name string, flags ...string) (n int) {
		t.Helper()
		out := filepath.Join(dir, name+".csv")
		if code, _, stderr := run(t, append([]string{"export", "mobility-balance", "--out", out}, flags...)...); code != exitDone {
			t.Fatalf("%s: code %d, %s", name, code, stderr)
		}
		text, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			for i, heading := range rows[0] {
				if v, err := strconv.Atoi(row[i]); err == nil && (heading == "Outbound" || heading == "Inbound" || heading == "Participants") && v%5 != 0 {
					n++
				}
			}
		}
		return n
	}
	if n := uneven("as it is"); n > 0 {
		t.Errorf("%d numbers of people are not rounded", n)
	}
	if n := uneven("exact", "--disclosure", "off"); n == 0 {
		t.Error("exact numbers were asked for and are all multiples of five")
	}
	if code, _, stderr := run(t, "export", "mobility-balance", "--out", filepath.Join(dir, "x.csv"), "--disclosure", "some"); code == exitDone || !strings.Contains(stderr, "hesa") {
		t.Errorf("what is no rule: code %d, %s", code, stderr)
	}
}
