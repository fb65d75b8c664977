package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"meridian/analytics"
	"meridian/analytics/disclose"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/data/fault"
	"meridian/data/ingest"
	"meridian/data/store"
)

// chartsCmd lists the charts.
type chartsCmd struct {
	dataFlag
	Lang string `default:"en" help:"en, zh-Hant or zh-Hans."`
}

// Run prints one line a chart: its id, page and title.
func (cmd *chartsCmd) Run(ctx context.Context, m Main) error {
	l, err := lang.Parse(cmd.Lang)
	if err != nil {
		return err
	}
	network, closeNetwork, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	defer closeNetwork()
	out := tabwriter.NewWriter(m.Stdout, 0, 8, 2, ' ', 0)
	for _, c := range network.Charts(l) {
		fmt.Fprintf(out, "%s\t%s\t%s\n", c.ID, c.Subject, c.Title)
	}
	return out.Flush()
}

// exportCmd writes one chart as a file.
type exportCmd struct {
	dataFlag
	Chart      string   `arg:"" help:"The chart's id; meridian charts lists them."`
	Out        string   `short:"o" required:"" placeholder:"FILE" help:"Where to write; the ending picks the format: .png, .svg, .csv or .json."`
	Filter     []string `sep:"none" placeholder:"NAME=VALUE" help:"from, to, place, region, type, faculty, direction, evidence, partner; give it again for another."`
	Width      int      `default:"1600" help:"1 to 8000 (${default})."`
	Height     int      `default:"900" help:"1 to 8000 (${default})."`
	Scale      int      `default:"1" help:"Pixels of a PNG per unit of width, 1 to 4, and at most 64 million in all (${default})."`
	Theme      string   `default:"light" help:"light, dark, hc or print (${default})."`
	Lang       string   `default:"en" help:"en, zh-Hant or zh-Hans (${default})."`
	NoTitle    bool     `help:"Leave the title out."`
	NoFooter   bool     `help:"Leave the source line out."`
	Disclosure string   `enum:",off,hesa,threshold" default:"" placeholder:"RULE" help:"How small numbers of people are kept back: off shows them, hesa rounds to multiples of 5, threshold says <5; the data set's rule for files when absent, which is hesa where it names none."`
	Background string   `enum:"theme,none" default:"theme" help:"theme or none."`
}

// Run writes the file whole, or leaves what stood there.
func (cmd *exportCmd) Run(ctx context.Context, m Main) error {
	format := strings.TrimPrefix(filepath.Ext(cmd.Out), ".")
	if known := []string{"png", "svg", "csv", "json"}; !slices.Contains(known, format) {
		return fmt.Errorf("--out %s: the ending must be one of .%s", cmd.Out, strings.Join(known, ", ."))
	}
	network, closeNetwork, err := cmd.open(ctx)
	if err != nil {
		return err
	}
	defer closeNetwork()
	q, err := cmd.question(ctx, network)
	if err != nil {
		return err
	}
	answer, err := network.Chart(ctx, cmd.Chart, q)
	if err != nil {
		return err
	}
	body, err := cmd.file(ctx, m, format, answer, q.Lang)
	if err != nil {
		return err
	}
	if err := writeWhole(cmd.Out, body); err != nil {
		return err
	}
	_, err = fmt.Fprintf(m.Stdout, "Wrote %s (%d KB): %s\n", cmd.Out, (len(body)+1023)/1024, answer.Title)
	return err
}

func (cmd *exportCmd) question(ctx context.Context, network *analytics.Network) (q analytics.Question, err error) {
	values, err := filterValues(cmd.Filter)
	if err != nil {
		return q, err
	}
	if q.Lang, err = lang.Parse(cmd.Lang); err != nil {
		return q, err
	}
	q.Theme, q.Disclosure = cmd.Theme, cmp.Or(disclose.Mode(cmd.Disclosure), network.Rules().Files)
	q.Filter, err = network.Filter(ctx, func(name string) string { return strings.Join(values[name], ",") })
	return q, err
}

// filterValues reads NAME=VALUE flags; a list may be given in several of them.
func filterValues(flags []string) (map[string][]string, error) {
	values := map[string][]string{}
	for _, flag := range flags {
		name, value, ok := strings.Cut(flag, "=")
		if !ok || !slices.Contains(filter.Names(), name) {
			return nil, fault.Refuse("filter", "--filter %s: give NAME=VALUE, where NAME is one of %s", flag, strings.Join(filter.Names(), ", "))
		}
		if len(values[name]) > 0 && !filter.Many(name) {
			return nil, fault.Refuse(name, "--filter %s is given twice; give one value", name)
		}
		values[name] = append(values[name], value)
	}
	return values, nil
}

func (cmd *exportCmd) file(ctx context.Context, m Main, format string, answer *analytics.ChartAnswer, l lang.Lang) ([]byte, error) {
	switch format {
	case "json":
		return json.MarshalIndent(answer, "", "  ")
	case "csv":
		var b bytes.Buffer
		err := answer.WriteCSV(&b, false)
		return b.Bytes(), err
	}
	picture, err := answer.Picture(l, analytics.Shape{
		Width: cmd.Width, Height: cmd.Height, Scale: cmd.Scale, Theme: cmd.Theme,
		Title: !cmd.NoTitle, Footer: !cmd.NoFooter, Transparent: cmd.Background == "none",
	})
	if err != nil {
		return nil, err
	}
	draw, err := renderer(func(_, characters string) {
		fmt.Fprintf(m.Stderr, "meridian: no font has the characters %q; they are drawn as boxes\n", characters)
	})
	if err != nil {
		return nil, err
	}
	defer draw.Close()
	if format == "svg" {
		return draw.SVG(ctx, picture)
	}
	return draw.PNG(ctx, picture)
}

func buildSnapshot(ctx context.Context, source store.Source, into string) (*ingest.Report, error) {
	report, err := store.Build(ctx, source, into)
	var refused *ingest.RefusedError
	if errors.As(err, &refused) {
		return report, refused
	}
	if store.DiskFull(err) {
		return report, fmt.Errorf("the disk of %s is full and nothing was written; make room there and try again: %w", into, err)
	}
	return report, err
}
