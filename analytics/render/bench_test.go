package render

import "testing"

// BenchmarkPicture draws each kind of chart as SVG and as PNG at 1600 × 900.
func BenchmarkPicture(b *testing.B) {
	r := newRenderer(b, Options{Engines: 1})
	for _, name := range []string{"line-band", "stacked-bar", "heatmap", "treemap", "sankey", "graph", "world", "flows"} {
		p := picture(b, name)
		p.Width, p.Height = 1600, 900
		for format, draw := range map[string]func() ([]byte, error){
			"svg": func() ([]byte, error) { return r.SVG(b.Context(), p) },
			"png": func() ([]byte, error) { return r.PNG(b.Context(), p) },
		} {
			b.Run(name+"/"+format, func(b *testing.B) {
				if _, err := draw(); err != nil { // the first picture loads the map
					b.Fatal(err)
				}
				var size int
				for b.Loop() {
					data, err := draw()
					if err != nil {
						b.Fatal(err)
					}
					size = len(data)
				}
				b.ReportMetric(float64(size)/1024, "KB")
			})
		}
	}
}
