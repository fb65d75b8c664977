package read

import "bytes"

// quoted cuts a row that holds quotation marks; length is that of its first line. A row that is not well formed is
// refused and reading goes on at its second line, so that one lost quotation mark costs one row and not the rest
// of the file.
func (s *splitter) quoted(length int) (Record, error) {
	line := s.line
	s.raw, s.ends = s.raw[:0], s.ends[:0]
	lines, at := 1, 0
	s.bad = RowError{Line: line}
	bad := &s.bad
	for {
		next, more, err := s.quotedCell(at, &lines, bad)
		if err != nil {
			return Record{}, err
		}
		if bad.Reason != "" {
			s.advance(length, 1)
			refused := s.bad
			return Record{}, &refused
		}
		s.ends = append(s.ends, len(s.raw))
		at = next
		if !more {
			break
		}
		if len(s.ends) > MaxColumns+1 {
			s.ends = s.ends[:MaxColumns+1]
		}
	}
	s.start = min(s.start+at, s.end)
	s.line += lines
	if bad := s.judge(s.raw, line); bad != nil {
		return Record{}, bad
	}
	text := string(s.raw)
	s.cells = s.cells[:0]
	from := 0
	for _, end := range s.ends {
		s.cells = append(s.cells, text[from:end])
		from = end
	}
	return s.record(line)
}

// quotedCell appends the cell that begins at from (counted from start) to raw. It gives where the next one begins,
// and whether there is one in this row.
func (s *splitter) quotedCell(from int, lines *int, bad *RowError) (next int, more bool, err error) {
	end, err := s.lineEnd(from)
	if err != nil {
		return 0, false, err
	}
	text := s.buffer[s.start+from : s.start+end]
	if len(text) == 0 || text[0] != '"' {
		return s.plainCell(text, from)
	}
	at := from + 1
	for {
		closed, err := s.closing(at, lines, bad)
		if err != nil || bad.Reason != "" {
			return 0, false, err
		}
		s.raw = append(s.raw, s.buffer[s.start+at:s.start+closed]...)
		at = closed + 1
		if s.start+at < s.end && s.buffer[s.start+at] == '"' {
			s.raw = append(s.raw, '"')
			at++
			continue
		}
		return s.afterQuote(at, bad)
	}
}

func (s *splitter) plainCell(text []byte, from int) (int, bool, error) {
	if at := bytes.IndexByte(text, s.comma); at >= 0 {
		s.raw = append(s.raw, text[:at]...)
		return from + at + 1, true, nil
	}
	s.raw = append(s.raw, bytes.TrimSuffix(text, []byte{'\r'})...)
	return from + len(text) + 1, false, nil
}

// closing finds the quotation mark that closes a cell or begins a doubled one, with one byte after it in the buffer.
func (s *splitter) closing(from int, lines *int, bad *RowError) (int, error) {
	at := from
	for {
		if found := bytes.IndexByte(s.buffer[s.start+at:s.end], '"'); found >= 0 && (s.start+at+found+1 < s.end || s.ended) {
			*lines += bytes.Count(s.buffer[s.start+from:s.start+at+found], []byte{s.newline})
			return at + found, nil
		}
		if at = s.end - s.start; at > 0 && s.buffer[s.end-1] == '"' {
			at--
		}
		if s.ended || at-from > MaxCell || s.end-s.start >= MaxRow {
			bad.Reason = "a quotation mark opens a cell and is never closed"
			bad.Remedy = "close it, or double it where it is part of the text"
			return 0, nil
		}
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
}

// afterQuote sees that a delimiter or the end of the line follows a closing quotation mark.
func (s *splitter) afterQuote(at int, bad *RowError) (int, bool, error) {
	end, err := s.lineEnd(at)
	if err != nil {
		return 0, false, err
	}
	rest := s.buffer[s.start+at : s.start+end]
	comma := bytes.IndexByte(rest, s.comma)
	if comma < 0 {
		comma = len(rest)
	}
	if len(bytes.Trim(rest[:comma], " \r\t")) > 0 {
		bad.Reason = "text follows the quotation mark that closes a cell"
		bad.Remedy = "put text that holds a quotation mark between quotation marks and double the mark inside"
		return 0, false, nil
	}
	return at + comma + 1, comma < len(rest), nil
}
