// Package meridian holds what the program carries with it: the compiled front
// end, the chart code and fonts for pictures, the maps and the default data set.
package meridian

import (
	"embed"
	"io/fs"
)

//go:embed all:web/dist/site
var site embed.FS

//go:embed web/dist/render/chart.js web/fonts/*.ttf
var drawing embed.FS

//go:embed data/geo/*.json data/geo/*.csv
var geo embed.FS

//go:embed data/polyu/dataset.yaml data/polyu/*.csv
var polyu embed.FS

// Pages is the compiled front end: index.html and its assets.
func Pages() fs.FS { return sub(site, "web/dist/site") }

// ChartScript is the chart code for drawing without a browser: chart.js.
func ChartScript() fs.FS { return sub(drawing, "web/dist/render") }

// Fonts are the TrueType files that pictures are written with.
func Fonts() fs.FS { return sub(drawing, "web/fonts") }

// Geo is the built maps and the tables of places, regions and subdivisions.
func Geo() fs.FS { return sub(geo, "data/geo") }

// DefaultData is the data set a newcomer sees.
func DefaultData() fs.FS { return sub(polyu, "data/polyu") }

// sub cannot fail: the folders are named in the directives above.
func sub(files embed.FS, dir string) fs.FS {
	s, err := fs.Sub(files, dir)
	if err != nil {
		panic(err)
	}
	return s
}
