package library_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"meridian/data/library"
)

func TestFingerprint(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	print := func(further ...[]byte) library.Fingerprint {
		p, err := library.Print(os.DirFS(dir), further...)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	write("mobility.csv", "a\n")
	first := print()
	write("notes.md", "not data")
	write(".mobility.csv.swp", "an editor's")
	expect(t, "with other files", print(), first)
	if err := os.Chtimes(filepath.Join(dir, "mobility.csv"), time.Time{}, time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	touched := print()
	if touched.Digest != first.Digest || touched.Stamp == first.Stamp {
		t.Errorf("touched: %v, before %v", touched, first)
	}
	write("mobility.csv", "b\n")
	if changed := print(); changed.Digest == first.Digest || print([]byte("id: x")).Digest == changed.Digest {
		t.Error("a change of content or settings is not seen")
	}
}
