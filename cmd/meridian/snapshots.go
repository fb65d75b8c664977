package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"

	"meridian/analytics"
	"meridian/analytics/disclose"
	"meridian/analytics/lang"
	"meridian/data/library"
)

// snapshotsCmd lists the versions that serve keeps in a data folder, compares two or goes back to one.
type snapshotsCmd struct {
	Dir     string `arg:"" help:"The data folder that serve --data was given."`
	Against string `arg:"" optional:"" help:"With --compare: the other version; the current one when absent."`
	Compare string `placeholder:"VERSION" xor:"act" help:"Say what changed from this version to another: --compare A B."`
	Revert  string `placeholder:"VERSION" xor:"act" help:"Make this version the current one again."`
	Lang    string `default:"en" help:"en, zh-Hant or zh-Hans."`
}

// Run prints the list or the comparison, or changes what is current.
func (cmd *snapshotsCmd) Run(ctx context.Context, m Main) error {
	if _, err := os.Stat(filepath.Join(cmd.Dir, library.HiddenFolder)); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s holds no snapshots; meridian serve --data %s makes the first", cmd.Dir, cmd.Dir)
	}
	if cmd.Against != "" && cmd.Compare == "" {
		return fmt.Errorf("%s: a second version is for --compare", cmd.Against)
	}
	kept, err := library.Open(ctx, library.Options{Dir: cmd.Dir, Warn: func(text string) { fmt.Fprintln(m.Stderr, "meridian:", text) }})
	if err != nil {
		return err
	}
	defer func() { _ = kept.Close() }()
	switch {
	case cmd.Compare != "":
		return cmd.compare(ctx, m, kept)
	case cmd.Revert != "":
		return cmd.revert(ctx, m, kept)
	}
	return list(m, kept)
}

func list(m Main, kept *library.Library) error {
	out := tabwriter.NewWriter(m.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(out, "\tversion\tmade\tdata\trows\tMB\tfrom")
	for _, e := range kept.List() {
		mark := ""
		switch {
		case e.Current:
			mark = "→"
		case !e.Usable:
			mark = "✗"
		}
		var rows int64
		for _, t := range e.Rows {
			rows += t.Rows
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%d\t%.1f\t%s\n", mark, e.Version, e.CreatedAt.Local().Format(time.DateTime),
			e.Dataset.Name, rows, float64(e.Bytes)/(1<<20), origin(e.Origin))
	}
	fmt.Fprintln(out, "\t→ is shown; ✗ was made by another release and cannot be")
	return out.Flush()
}

func origin(o library.Origin) string {
	if o.Name == "" {
		return string(o.Kind)
	}
	return string(o.Kind) + " " + o.Name
}

func (cmd *snapshotsCmd) revert(ctx context.Context, m Main, kept *library.Library) error {
	entry, err := kept.Activate(ctx, cmd.Revert)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(m.Stdout, "%s (%s) is the current snapshot; a server that runs shows it in a moment.\n", entry.Version, entry.Dataset.Name)
	return err
}

func (cmd *snapshotsCmd) compare(ctx context.Context, m Main, kept *library.Library) error {
	l, err := lang.Parse(cmd.Lang)
	if err != nil {
		return err
	}
	to := cmd.Against
	if to == "" {
		to = kept.Current().Version
	}
	compared, err := kept.Compare(ctx, cmd.Compare, to)
	if err != nil {
		return err
	}
	var networks []*analytics.Network
	for _, version := range []string{compared.From, compared.To} {
		network, err := openNetwork(ctx, kept, version)
		if err != nil {
			return err
		}
		defer func() { _ = network.Close() }()
		networks = append(networks, network)
	}
	changes, err := analytics.Changes(ctx, compared, networks[0], networks[1], disclose.Off, l)
	if err != nil {
		return err
	}
	return tellChanges(m, changes)
}

// openNetwork opens a version for asking.
func openNetwork(ctx context.Context, kept *library.Library, version string) (*analytics.Network, error) {
	snapshot, err := kept.Snapshot(ctx, version)
	if err != nil {
		return nil, err
	}
	network, err := analytics.New(ctx, snapshot)
	if err != nil {
		return nil, errors.Join(err, snapshot.Close())
	}
	return network, nil
}

func tellChanges(m Main, c *analytics.ChangesAnswer) error {
	out := tabwriter.NewWriter(m.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintf(out, "key figure\t%s\t%s\n", c.From, c.To)
	for _, f := range c.Figures {
		fmt.Fprintf(out, "%s\t%s\t%s\n", f.Label, f.BeforeDisplay, f.AfterDisplay)
	}
	fmt.Fprintln(out, "\nrows of\tbefore\tafter\tadded\tremoved\tchanged")
	for _, t := range c.Tables {
		fmt.Fprintf(out, "%s\t%d\t%d\t%d\t%d\t%d\n", t.Table, t.Before, t.After, t.Added, t.Removed, t.Changed)
	}
	for _, group := range []struct {
		name  string
		total int64
		list  []analytics.Partner
	}{{"added", c.Partners.Added, c.Partners.AddedList}, {"gone", c.Partners.Gone, c.Partners.GoneList}} {
		fmt.Fprintf(out, "\npartners %s: %d\n", group.name, group.total)
		for _, p := range group.list {
			fmt.Fprintf(out, "%s\t%s\n", p.Name, p.PlaceName)
		}
	}
	return out.Flush()
}
