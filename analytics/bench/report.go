package bench

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// Size is one size of data set and what was measured on it.
type Size struct {
	MobilityRows int          `json:"mobility_rows"`
	Built        Built        `json:"built"`
	Charts       []ChartTimes `json:"charts"`
	Clients      []LoadTimes  `json:"clients"`      // every answer computed
	Kept         []LoadTimes  `json:"clients_kept"` // answers kept, as they are served
}

// Built is what the file and its cubes took.
type Built struct {
	FileBytes   int64         `json:"file_bytes"`
	RowsSeconds float64       `json:"rows_seconds"`
	CubeSeconds float64       `json:"cube_seconds"`
	Cubes       []CubeMeasure `json:"cubes"`
}

// CubeMeasure is one cube's size. Its bytes are those of the blocks that only it fills.
type CubeMeasure struct {
	Name  string `json:"name"`
	Rows  int64  `json:"rows"`
	Bytes int64  `json:"bytes"`
}

// Report is a whole run.
type Report struct {
	At         time.Time `json:"at"`
	Processors int       `json:"processors"`
	Load       string    `json:"load,omitempty"` // of the machine when the run began
	Sizes      []Size    `json:"sizes"`
}

// What a chart is to take at most, in milliseconds, and by how much the rows are to take longer.
const (
	mostMilliseconds = 50
	leastRatio       = 20
)

// Ratio is the median over all charts of how many times longer the rows take.
func (s Size) Ratio() float64 {
	var list []float64
	for _, c := range s.Charts {
		list = append(list, c.Ratio)
	}
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	return (list[(len(list)-1)/2] + list[len(list)/2]) / 2
}

// Misses names the charts that one in twenty answers of takes too long, and those that the rows answer nearly as fast:
// mostly such as read no rows of mobility.
func (s Size) Misses() (slow, near []string) {
	for _, c := range s.Charts {
		if c.Cubes.P95 >= mostMilliseconds {
			slow = append(slow, fmt.Sprintf("%s (%.0f ms)", c.Chart, c.Cubes.P95))
		}
		if c.Ratio < leastRatio {
			near = append(near, fmt.Sprintf("%s (%.1f)", c.Chart, c.Ratio))
		}
	}
	return slow, near
}

// Print writes the report for people.
func (s Size) Print(w io.Writer) error {
	out := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	fmt.Fprintf(out, "%d rows of mobility: rows written in %.1f s, cubes built in %.1f s, file %.1f MB\n", s.MobilityRows, s.Built.RowsSeconds,
		s.Built.CubeSeconds, float64(s.Built.FileBytes)/1e6)
	fmt.Fprintln(out, "cube\trows\tMB")
	for _, c := range s.Built.Cubes {
		fmt.Fprintf(out, "%s\t%d\t%.1f\n", c.Name, c.Rows, float64(c.Bytes)/1e6)
	}
	fmt.Fprintln(out, "\nchart\trows\tcube p50 ms\tp95\trows p50 ms\tp95\ttimes faster")
	for _, c := range s.Charts {
		fmt.Fprintf(out, "%s\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\n", c.Chart, c.Rows, c.Cubes.P50, c.Cubes.P95, c.Raw.P50, c.Raw.P95, c.Ratio)
	}
	fmt.Fprintf(out, "median over all charts\t\t\t\t\t\t%.1f\n", s.Ratio())
	slow, near := s.Misses()
	fmt.Fprintf(out, "%d of %d charts take %d ms or more at p95: %s\n", len(slow), len(s.Charts), mostMilliseconds, strings.Join(slow, ", "))
	fmt.Fprintf(out, "%d of %d charts are less than %d times faster than the rows: %s\n", len(near), len(s.Charts), leastRatio, strings.Join(near, ", "))
	printLoad(out, "every answer computed", s.Clients)
	printLoad(out, "answers kept", s.Kept)
	return out.Flush()
}

func printLoad(w io.Writer, kind string, list []LoadTimes) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "\nclients, %s\tanswers/s\tp50 ms\tp95\tmax\n", kind)
	for _, l := range list {
		fmt.Fprintf(w, "%d\t%.0f\t%.1f\t%.1f\t%.1f\n", l.Clients, l.PerSecond, l.Times.P50, l.Times.P95, l.Times.Max)
	}
}
