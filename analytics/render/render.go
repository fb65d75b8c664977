// Package render draws chart payloads as SVG and PNG without a browser: the same
// ECharts and the same option as on the page, run by a JavaScript engine, with
// text measured and drawn from the shipped fonts.
package render

import (
	"context"
	"fmt"
	"io/fs"
	"sync"
	"time"

	"meridian/analytics/render/raster"
	"meridian/analytics/render/text"
)

// Assets are the built files drawing needs.
type Assets struct {
	Script fs.FS // chart.js, as built into web/dist/render
	Fonts  fs.FS // the TrueType files of web/fonts
	Maps   fs.FS // NAME.json, as in data/geo
}

// A Renderer draws pictures. It is safe for concurrent use.
type Renderer struct {
	fonts   *text.Fonts
	maps    *mapFiles
	limit   time.Duration
	admit   *admission
	engines *pool
	closing sync.Once
	shapers sync.Pool
	drawers chan *raster.Drawer // as many as places

	onMissing func(chart, characters string)
}

// New reads the assets. Engines start with the first picture.
func New(assets Assets, options Options) (*Renderer, error) {
	script, err := fs.ReadFile(assets.Script, "chart.js")
	if err != nil {
		return nil, fmt.Errorf("load chart code: %w", err)
	}
	fonts, err := text.Load(assets.Fonts)
	if err != nil {
		return nil, err
	}
	r := &Renderer{fonts: fonts, maps: &mapFiles{dir: assets.Maps}}
	r.shapers.New = func() any { return fonts.NewShaper() }
	options = options.withDefaults()
	r.onMissing = options.OnMissing
	r.drawers = make(chan *raster.Drawer, options.Engines)
	for range options.Engines {
		r.drawers <- raster.NewDrawer(fonts.NewShaper())
	}
	r.limit, r.admit = options.TimeLimit, newAdmission(options.Engines, options.Queue)
	r.engines = newPool(string(script), options, r.hooks)
	return r, nil
}

// Warm starts an engine, so that the first picture need not wait for it.
func (r *Renderer) Warm(ctx context.Context) error {
	return r.engines.warm(ctx)
}

// Close stops the engines once the pictures being drawn are done. Closing again does nothing.
func (r *Renderer) Close() { r.closing.Do(r.engines.close) }

// SVG draws a picture as a standalone SVG file.
func (r *Renderer) SVG(ctx context.Context, picture Picture) ([]byte, error) {
	if err := picture.check(); err != nil {
		return nil, err
	}
	return r.within(ctx, 0, func(ctx context.Context) ([]byte, error) {
		svg, err := r.draw(ctx, &picture)
		return []byte(svg), err
	})
}

// within gives one picture its place and one time limit over all that is done for it: waiting, chart code, pixels
// and file.
func (r *Renderer) within(ctx context.Context, pixels float64, work func(context.Context) ([]byte, error)) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, r.limit)
	defer cancel()
	leave, err := r.admit.enter(ctx, pixels)
	if err != nil {
		return nil, err
	}
	defer leave()
	file, err := work(ctx)
	if err != nil {
		return nil, explain(err, r.limit)
	}
	return file, nil
}

func (r *Renderer) draw(ctx context.Context, picture *Picture) (string, error) {
	if err := r.maps.check(picture.Payload.Maps); err != nil {
		return "", err
	}
	payload, err := picture.Payload.script()
	if err != nil {
		return "", err
	}
	shaper := r.shapers.Get().(*text.Shaper)
	framed := newFrame(picture, shaper)
	r.shapers.Put(shaper)
	width, height := framed.chartSize()
	chart, err := r.engines.draw(ctx, drawing{
		payload: payload, width: width, height: height, lang: picture.Lang,
		fine: picture.zoom()*picture.Scale > fineZoom,
	})
	if err != nil {
		return "", err
	}
	return framed.compose(chart), nil
}

// fineZoom is the enlargement from which a tenth of a unit, the usual rounding
// of paths, would begin to show.
const fineZoom = 2.5

// hooks gives an engine its own shaper: widths are measured on its thread.
func (r *Renderer) hooks() hooks {
	shaper := r.fonts.NewShaper()
	return hooks{
		measure: func(line, font string) float64 {
			return shaper.Width(line, text.ParseCSS(font), "")
		},
		baseline: func(font string) float64 {
			return shaper.Middle(text.ParseCSS(font))
		},
		mapFile: r.maps.file,
	}
}
