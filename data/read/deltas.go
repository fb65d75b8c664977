package read

import "encoding/binary"

// deltas is a list of whole numbers kept as their differences: its head, and what came of reading it.
type deltas struct {
	block, parts, count uint64
	first               int64
	rest                []byte // what follows the head
}

// readDeltas reads the head of a list, which may not claim more values than the page has.
func readDeltas(data []byte, values int) (deltas, error) {
	var head [3]uint64
	for i := range head {
		value, n := binary.Uvarint(data)
		if n <= 0 {
			return deltas{}, errThrift
		}
		head[i], data = value, data[n:]
	}
	first, n := binary.Varint(data)
	d := deltas{block: head[0], parts: head[1], count: head[2], first: first}
	if n <= 0 || d.block == 0 || d.block > 1<<20 || d.parts == 0 || d.parts > d.block || d.count > uint64(values) {
		return deltas{}, errThrift
	}
	d.rest = data[n:]
	return d, nil
}

// checkPrefixed adds up how long texts become that are kept as the part they share with the one before, and the rest.
func checkPrefixed(data []byte, values int) error {
	total := int64(0)
	for range 2 { // the lengths of the shared parts, those of the rest
		list, err := readDeltas(data, values)
		if err != nil {
			return err
		}
		sum, rest, err := list.sum()
		if total += sum; err != nil || total > pageMost {
			return errThrift
		}
		data = rest
	}
	return nil
}

// sum adds up the values of a list of lengths, and gives what follows it.
func (d deltas) sum() (int64, []byte, error) {
	if d.count == 0 {
		return 0, d.rest, nil
	}
	last, total, left, data := d.first, d.first, d.count-1, d.rest
	each := d.block / d.parts
	for left > 0 {
		least, n := binary.Varint(data)
		if n <= 0 || uint64(len(data)-n) < d.parts {
			return 0, nil, errThrift
		}
		widths := data[n : n+int(d.parts)]
		data = data[n+int(d.parts):]
		for _, width := range widths {
			if left == 0 {
				break
			}
			size := each * uint64(width) / 8
			if width > 32 || size > uint64(len(data)) {
				return 0, nil, errThrift
			}
			for at := range min(each, left) {
				last += least + bits(data, at*uint64(width), uint64(width))
				if total += last; last < 0 || last > pageMost || total > pageMost {
					return 0, nil, errThrift
				}
			}
			left -= min(each, left)
			data = data[size:]
		}
	}
	return total, data, nil
}

// bits is the number of so many bits that begins at a bit, the lowest first.
func bits(data []byte, from, width uint64) int64 {
	value := int64(0)
	for i := range width {
		at := from + i
		value |= int64(data[at/8]>>(at%8)&1) << i
	}
	return value
}
