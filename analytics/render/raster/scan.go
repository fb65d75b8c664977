package raster

import "slices"

// A scan collects the edges of a shape and tells how much of every pixel the
// shape covers. Only pixels an edge passes through are stored; between them a
// run is covered evenly. Overlapping parts that turn the same way add up to one.
type scan struct {
	left, top, right, bottom int // pixels outside are not told of
	rows                     [][]cell
	first, last              int // the rows in use, last excluded
}

// A cell is a pixel with edges: cover is how far they rise in it, area how much
// of that lies to their left.
type cell struct {
	x           int32
	cover, area float32
}

// painter takes runs of evenly covered pixels.
type painter interface {
	span(y, x0, x1 int, coverage float32)
}

// reset forgets all edges and sets the pixels that are told of.
func (s *scan) reset(left, top, right, bottom int) {
	for row := s.first; row < s.last; row++ {
		s.rows[row] = s.rows[row][:0]
	}
	s.left, s.top, s.right, s.bottom = left, top, right, bottom
	if bottom > len(s.rows) {
		s.rows = append(s.rows, make([][]cell, bottom-len(s.rows))...)
	}
	s.first, s.last = bottom, 0
}

// line adds an edge.
func (s *scan) line(x0, y0, x1, y1 float64) {
	direction := 1.0
	if y0 > y1 {
		x0, y0, x1, y1, direction = x1, y1, x0, y0, -1
	}
	if y0 == y1 || y1 <= float64(s.top) || y0 >= float64(s.bottom) {
		return
	}
	slope := (x1 - x0) / (y1 - y0)
	if top := float64(s.top); y0 < top {
		x0 += (top - y0) * slope
		y0 = top
	}
	y1 = min(y1, float64(s.bottom))
	x := x0
	row := int(y0)
	s.first = min(s.first, row)
	for ; float64(row) < y1; row++ {
		from, to := max(y0, float64(row)), min(y1, float64(row+1))
		next := x + slope*(to-from)
		s.edge(row, x, next, direction*(to-from))
		x = next
	}
	s.last = max(s.last, row)
}

// edge adds the part of an edge that lies within one row.
func (s *scan) edge(row int, from, to, rise float64) {
	if from > to {
		from, to = to, from
	}
	left, right := float64(s.left), float64(s.right)
	switch {
	case from >= right:
		return
	case to <= left:
		s.add(row, s.left, rise, 0)
		return
	}
	if from < left {
		part := (left - from) / (to - from)
		s.add(row, s.left, rise*part, 0)
		rise -= rise * part
		from = left
	}
	if to > right {
		rise *= (right - from) / (to - from)
		to = right
	}
	first := int(from)
	if to <= float64(first+1) {
		s.add(row, first, rise, rise*((from+to)/2-float64(first)))
		return
	}
	slope := rise / (to - from)
	part := slope * (float64(first+1) - from)
	s.add(row, first, part, part*(from-float64(first)+1)/2)
	x := first + 1
	for ; float64(x+1) < to; x++ {
		s.add(row, x, slope, slope/2)
	}
	part = slope * (to - float64(x))
	s.add(row, x, part, part*(to-float64(x))/2)
}

func (s *scan) add(row, x int, cover, area float64) {
	cells := s.rows[row]
	if n := len(cells); n > 0 && cells[n-1].x == int32(x) {
		cells[n-1].cover += float32(cover)
		cells[n-1].area += float32(area)
		return
	}
	s.rows[row] = append(cells, cell{int32(x), float32(cover), float32(area)})
}

// faint is the coverage below which a pixel is left alone.
const faint = 1.0 / 512

// sweep tells the painter what is covered, row by row.
func (s *scan) sweep(p painter) {
	for y := s.first; y < s.last; y++ {
		cells := s.rows[y]
		if len(cells) == 0 {
			continue
		}
		sortCells(cells)
		sum := float32(0)
		for i := 0; i < len(cells); {
			x := cells[i].x
			cover, area := float32(0), float32(0)
			for ; i < len(cells) && cells[i].x == x; i++ {
				cover += cells[i].cover
				area += cells[i].area
			}
			if c := level(sum + cover - area); c > faint && int(x) < s.right {
				p.span(y, int(x), int(x)+1, c)
			}
			sum += cover
			end := s.right
			if i < len(cells) {
				end = int(cells[i].x)
			}
			if c := level(sum); c > faint && int(x)+1 < end {
				p.span(y, int(x)+1, end, c)
			}
		}
	}
}

func level(sum float32) float32 { return min(1, max(sum, -sum)) }

// sortCells orders a row; short rows, nearly all, by insertion.
func sortCells(cells []cell) {
	if len(cells) > 48 {
		slices.SortFunc(cells, func(a, b cell) int { return int(a.x - b.x) })
		return
	}
	for i := 1; i < len(cells); i++ {
		moving := cells[i]
		at := i
		for ; at > 0 && cells[at-1].x > moving.x; at-- {
			cells[at] = cells[at-1]
		}
		cells[at] = moving
	}
}
