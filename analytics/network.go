// Package analytics answers questions about one snapshot of a network: charts,
// key figures, filters' values, alliances and places. Every answer carries its
// evidence and its sources.
package analytics

import (
	"context"
	"fmt"
	"maps"
	"time"

	"meridian/analytics/chart"
	"meridian/analytics/disclose"
	"meridian/analytics/filter"
	"meridian/analytics/lang"
	"meridian/analytics/metric"
	"meridian/analytics/table"
	"meridian/data/fault"
	"meridian/data/store"
)

// Network is a snapshot that can be asked. It never changes; a new snapshot is a new Network.
type Network struct {
	snapshot  *store.Snapshot
	metrics   *metric.Catalogue
	sources   map[string]Source
	known     filter.Known
	values    map[lang.Lang]Dimensions // the filters' values, named in each language
	available map[string]bool          // by chart, whether the snapshot has rows for it
	partners  bool                     // whether there are institutions besides the home one
	answers   *answers
	asOf      time.Time
}

// Question is what is asked: which rows, in which language, in which colours.
type Question struct {
	Filter filter.Filter
	Lang   lang.Lang
	Theme  string  // a theme's id; empty is light
	List   Listing // of a metric that lists: which of its rows, in which order

	// Disclosure is the rule for numbers of people; empty shows them as they are.
	Disclosure disclose.Mode
}

// Source is a publication that rows were read from.
type Source struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Publisher   string `json:"publisher,omitempty"`
	URL         string `json:"url,omitempty"`
	PublishedOn string `json:"published_on,omitempty"`
}

// DatasetRef names the data set and version an answer was made from.
type DatasetRef struct {
	ID           string `json:"id"`
	Version      string `json:"version"`
	Name         string `json:"name"`
	AsOf         string `json:"as_of,omitempty"`
	Illustrative bool   `json:"illustrative"`
	HomePlace    string `json:"home_place,omitempty"` // none for a network without a home

	Languages []string `json:"languages"` // those it is shown in, the first before any is chosen
}

// New makes a snapshot ready to be asked.
func New(ctx context.Context, snapshot *store.Snapshot) (*Network, error) {
	metrics, err := metric.Load()
	if err != nil {
		return nil, fmt.Errorf("load metrics: %w", err)
	}
	n := &Network{snapshot: snapshot, metrics: metrics, sources: map[string]Source{}, values: map[lang.Lang]Dimensions{}, available: map[string]bool{}}
	if n.answers, err = newAnswers(answerBytes); err != nil {
		return nil, fmt.Errorf("make room for answers: %w", err)
	}
	if n.asOf, err = time.Parse(time.DateOnly, snapshot.Dataset().AsOf); err != nil {
		return nil, fmt.Errorf("data set's day: %w", err)
	}
	if err := n.loadSources(ctx); err != nil {
		return nil, fmt.Errorf("load sources: %w", err)
	}
	for _, l := range lang.All() {
		if n.values[l], err = n.loadDimensions(ctx, l); err != nil {
			return nil, fmt.Errorf("load dimensions: %w", err)
		}
	}
	english := n.values[lang.English]
	n.known = english.known()
	if err := n.loadPartners(ctx); err != nil {
		return nil, fmt.Errorf("load partners: %w", err)
	}
	if err := n.loadAvailable(ctx); err != nil {
		return nil, fmt.Errorf("load charts: %w", err)
	}
	return n, nil
}

// Known lists the values a filter may take.
func (n *Network) Known() filter.Known { return n.known }

// Dataset names what is asked.
func (n *Network) Dataset(l lang.Lang) DatasetRef {
	d := n.snapshot.Dataset()
	return DatasetRef{ID: d.ID, Version: d.Version, Name: d.LocalName(string(l)), AsOf: d.AsOf, Illustrative: d.Illustrative, HomePlace: d.HomePlace, Languages: d.Languages}
}

func (n *Network) home(l lang.Lang) chart.Home {
	d := n.snapshot.Dataset()
	return chart.Home{Name: d.LocalName(string(l)), Place: d.HomePlace, Lng: d.HomeLng, Lat: d.HomeLat}
}

func (n *Network) loadSources(ctx context.Context) error {
	rows, err := n.rows(ctx, sqlSources, nil)
	if err != nil {
		return err
	}
	for r := range rows.Rows {
		s := Source{
			ID: rows.Str(r, "source_id"), Title: rows.Str(r, "title"), Publisher: rows.Str(r, "publisher"),
			URL: rows.Str(r, "url"), PublishedOn: rows.Str(r, "published_on"),
		}
		n.sources[s.ID] = s
	}
	return nil
}

// rows asks the snapshot and gives the answer as a table whose columns have names only.
func (n *Network) rows(ctx context.Context, query string, args map[string]any) (*table.Table, error) {
	result, err := n.snapshot.Query(ctx, query, args)
	if err != nil {
		return nil, err
	}
	t := &table.Table{Rows: result.Rows}
	for _, c := range result.Columns {
		t.Columns = append(t.Columns, table.Column{Name: c.Name, Label: c.Name, Type: c.Type})
	}
	return t, nil
}

// Answer asks a metric: its rows, labelled, with the weakest evidence and every source among them. Its last step keeps
// small numbers of people back, as the question asks: no number of people leaves by another way.
func (n *Network) Answer(ctx context.Context, id string, q Question) (*table.Table, error) {
	return n.answers.get(ctx, id, q, n.Compute)
}

// Compute answers as Answer does, without looking whether the answer is known already.
func (n *Network) Compute(ctx context.Context, id string, q Question) (*table.Table, error) {
	m, ok := n.metrics.Get(id)
	if !ok {
		return nil, fault.Missing("metric", "there is no metric %q", id)
	}
	args := q.Filter.Args()
	args["lang"] = string(q.Lang)
	maps.Copy(args, q.List.args())
	t, err := n.rows(ctx, m.SQL, args)
	if err != nil {
		return nil, fmt.Errorf("metric %s: %w", id, err)
	}
	takeEvidence(t)
	for i, c := range t.Columns {
		if _, described := n.metrics.Column(c.Name); !described {
			return nil, fmt.Errorf("metric %s: column %q is not described in columns.yaml", id, c.Name)
		}
		t.Columns[i] = n.described(c.Name, q.Lang)
	}
	disclose.Apply(t, q.Disclosure)
	return t, nil
}

// described describes a column of columns.yaml as this data set's readers say it.
func (n *Network) described(name string, l lang.Lang) table.Column {
	described, _ := n.metrics.Column(name)
	d := n.snapshot.Dataset()
	c := table.Column{
		Name: name, Label: described.Label.In(l), Type: described.Type, Unit: described.Unit.In(l),
		Dimension: described.Dimension, Hidden: described.Hidden, People: described.People, Base: described.Base, Part: described.Part,
	}
	switch {
	case described.Type == "year" && d.YearStartMonth == 1:
		c.Label = lang.Text{En: "Year", Hant: "年份", Hans: "年份"}.In(l)
	case d.HomePlace == "HK" && described.HongKong.Complete():
		c.Label = described.HongKong.In(l)
	case described.Type == "money":
		c.Unit = lang.Currency(d.Currency).In(l)
	}
	return c
}

// Ready asks the snapshot a small question: whether it still answers.
func (n *Network) Ready(ctx context.Context) error {
	_, err := n.rows(ctx, "SELECT id FROM dataset", nil)
	return err
}

// Version is the content version of the snapshot.
func (n *Network) Version() string { return n.snapshot.Dataset().Version }

// Close ends the network and its snapshot for every holder.
func (n *Network) Close() error { return n.snapshot.Close() }
