package chart

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Option is an ECharts option as plain JSON: no function and no string formatter.
type Option map[string]any

// source is any go-echarts chart.
type source interface {
	Validate()
	JSON() map[string]any
}

// plain turns a go-echarts chart into an option of ours: what go-echarts adds
// by itself (a palette, an empty title and toolbox, functions) is taken out.
func plain(c source) (Option, error) {
	c.Validate()
	text, err := json.Marshal(c.JSON())
	if err != nil {
		return nil, fmt.Errorf("write option: %w", err)
	}
	var o Option
	if err := json.Unmarshal(text, &o); err != nil {
		return nil, fmt.Errorf("read option: %w", err)
	}
	for _, name := range []string{"color", "title", "toolbox", "tooltip", "legend"} {
		delete(o, name)
	}
	dropFormatters(map[string]any(o))
	return o, nil
}

// dropFormatters takes out string formatters and functions: both would be run or reach HTML.
func dropFormatters(node any) {
	switch v := node.(type) {
	case map[string]any:
		for key, child := range v {
			if text, ok := child.(string); ok && (key == "formatter" || strings.Contains(text, "__f__")) {
				delete(v, key)
				continue
			}
			dropFormatters(child)
		}
	case []any:
		for _, child := range v {
			dropFormatters(child)
		}
	}
}

// Merge lays a patch over the option. Objects merge by key, lists by position; other values replace.
func (o Option) Merge(patch Option) Option {
	merge(map[string]any(o), generic(patch).(map[string]any))
	return o
}

func merge(into, from map[string]any) {
	for key, value := range from {
		into[key] = merged(into[key], value)
	}
}

func merged(old, value any) any {
	switch v := value.(type) {
	case map[string]any:
		if have, ok := object(old); ok {
			merge(have, v)
			return have
		}
	case []any:
		if have := list(old); objects(have) && objects(v) {
			for len(have) < len(v) {
				have = append(have, nil)
			}
			for i := range v {
				have[i] = merged(have[i], v[i])
			}
			return have
		}
	}
	return value
}

// object and list give an old value as JSON has it: an option not yet written still holds options of ours.
func object(v any) (map[string]any, bool) {
	if o, ok := v.(Option); ok {
		return o, true
	}
	o, ok := v.(map[string]any)
	return o, ok
}

func list(v any) []any {
	if options, ok := v.([]Option); ok {
		out := make([]any, len(options))
		for i, o := range options {
			out[i] = map[string]any(o)
		}
		return out
	}
	out, _ := v.([]any)
	return out
}

// objects tells a list of components from a list of values: only the former merges by position.
func objects(list []any) bool {
	for _, item := range list {
		if _, ok := item.(map[string]any); !ok && item != nil {
			return false
		}
	}
	return len(list) > 0
}

// generic gives a value as JSON has it, so that structs and named maps merge alike.
func generic(v any) any {
	text, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("chart: a patch that is not JSON: %v", err))
	}
	var out any
	if err := json.Unmarshal(text, &out); err != nil {
		panic(fmt.Sprintf("chart: a patch that is not JSON: %v", err))
	}
	return out
}

// Series lays a patch over one series: what go-echarts has no field for.
func (o Option) Series(at int, patch Option) Option {
	list := o["series"].([]any)
	list[at] = merged(list[at], generic(patch))
	return o
}

// Narrow adds what changes where the chart is at most width CSS pixels wide. ECharts does
// not take a change back by itself: a case without a width restores what was there before.
func (o Option) Narrow(width int, patch Option) Option {
	base, isMedia := o["baseOption"]
	if !isMedia {
		base = map[string]any(o)
	}
	plain := generic(patch)
	before := same(base, plain)
	cases, _ := o["media"].([]any)
	if len(cases) > 0 {
		last := cases[len(cases)-1].(map[string]any)
		before, cases = merged(last["option"], before), cases[:len(cases)-1]
	}
	cases = append(cases, map[string]any{"query": map[string]any{"maxWidth": width}, "option": plain}, map[string]any{"option": before})
	return Option{"baseOption": base, "media": cases}
}

// same gives what an option holds at the places a patch changes; nothing there is null, ECharts' own default for most
// (a chart states what must not be). Data is given back whole: its items are not one another's.
func same(option, patch any) any {
	switch p := patch.(type) {
	case map[string]any:
		have, _ := generic(option).(map[string]any)
		out := make(map[string]any, len(p))
		for key, value := range p {
			out[key] = have[key]
			if key != "data" {
				out[key] = same(have[key], value)
			}
		}
		return out
	case []any:
		if !objects(p) {
			return option
		}
		have, _ := generic(option).([]any)
		out := make([]any, len(p))
		for i, value := range p {
			var at any
			if i < len(have) {
				at = have[i]
			}
			out[i] = same(at, value)
		}
		return out
	}
	return option
}
