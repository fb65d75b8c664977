package render

import (
	"context"
	"flag"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"testing"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// The pictures that are compared mark by mark. Read their diffs as a reviewer.
var golden = []string{"line-band", "stacked-bar", "heatmap", "sankey", "gradient", "decal", "islands"}

func TestGoldenPictures(t *testing.T) {
	// The map here is a small copy: the goldens need not follow the real one.
	r := newRendererWith(t, "testdata/geo", Options{Engines: 1})
	for _, name := range golden {
		t.Run(name, func(t *testing.T) {
			svg, err := r.SVG(t.Context(), picture(t, name))
			if err != nil {
				t.Fatal(err)
			}
			got := rounded(string(svg))
			file := filepath.Join("testdata", "golden", name+".svg")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the picture differs from %s; look at it, then run the test with -update", file)
			}
		})
	}
}

var decimal = regexp.MustCompile(`-?\d+\.\d+`)

// rounded writes every number with at most one decimal: more would differ
// between processors.
func rounded(svg string) string {
	return decimal.ReplaceAllStringFunc(svg, func(number string) string {
		value, err := strconv.ParseFloat(number, 64)
		if err != nil || math.Abs(value) < 1 {
			return number
		}
		return strconv.FormatFloat(math.Round(value*10)/10, 'f', -1, 64)
	})
}

func TestPicturesAreTheSameEveryTime(t *testing.T) {
	r := newRenderer(t, Options{Engines: 2})
	want := map[string]string{}
	for _, name := range golden {
		svg, err := r.SVG(t.Context(), picture(t, name))
		if err != nil {
			t.Fatal(err)
		}
		want[name] = string(svg)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for _, name := range golden {
				svg, err := r.SVG(context.Background(), picture(t, name))
				if err != nil {
					t.Error(err)
				} else if string(svg) != want[name] {
					t.Errorf("%s differs when drawn beside others", name)
				}
			}
		})
	}
	group.Wait()
}
