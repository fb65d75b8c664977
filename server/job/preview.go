package job

import (
	"slices"

	"meridian/data/guess"
)

// Bounds on what is shown of a file, so that hostile cells cannot fill the memory.
const (
	cellShown    = 200       // characters
	previewBytes = 256 << 10 // of one file
)

// shortened are the files with long cells cut off, and with no more rows than fit.
func shortened(files []guess.FileLook) []guess.FileLook {
	list := slices.Clone(files)
	for n := range list {
		list[n].Preview = preview(list[n].Preview)
	}
	return list
}

func preview(whole guess.Preview) guess.Preview {
	part, size := guess.Preview{Lines: []int{}, Rows: [][]string{}}, 0
	for n, row := range whole.Rows {
		row = cut(row)
		for _, cell := range row {
			size += len(cell)
		}
		if size > previewBytes {
			break
		}
		part.Lines, part.Rows = append(part.Lines, whole.Lines[n]), append(part.Rows, row)
	}
	return part
}

// cut copies cells, so that what they are cut out of can go.
func cut(cells []string) []string {
	short := make([]string, len(cells))
	for i, cell := range cells {
		if runes := []rune(cell); len(runes) > cellShown {
			cell = string(runes[:cellShown]) + "…"
		}
		short[i] = string([]byte(cell))
	}
	return short
}
