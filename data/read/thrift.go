package read

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
)

// Types of values in Thrift's compact protocol, in which Parquet writes its footer and the head of each page.
const (
	thriftTrue   = 1
	thriftFalse  = 2
	thriftByte   = 3
	thriftInt64  = 6 // and 4 and 5, the shorter ones
	thriftDouble = 7
	thriftBinary = 8
	thriftList   = 9
	thriftSet    = 10
	thriftMap    = 11
	thriftStruct = 12
	thriftDeep   = 24 // nesting that nothing real reaches
)

var errThrift = errors.New("its inner description makes no sense")

// thrift walks over one structure without keeping it. What is read for real afterwards is no larger than what the
// walk has seen: lists and texts that claim more than there is end it.
type thrift struct {
	in       *bufio.Reader
	left     int // bytes that may still be taken
	elements int // members of lists that may still come
	// field hears of the whole numbers and flags of the outermost structure and of those directly within it;
	// parent is 0 for the outermost.
	field func(parent, id int16, value int64)
}

func (t *thrift) take() (byte, error) {
	if t.left--; t.left < 0 {
		return 0, errThrift
	}
	return t.in.ReadByte()
}

func (t *thrift) ReadByte() (byte, error) { return t.take() }

func (t *thrift) skip(n uint64) error {
	if n > uint64(max(0, t.left)) {
		return errThrift
	}
	t.left -= int(n)
	_, err := t.in.Discard(int(n))
	return err
}

func (t *thrift) whole() (int64, error) {
	n, err := binary.ReadUvarint(t)
	return int64(n>>1) ^ -int64(n&1), err
}

// structure walks over a structure and all it holds.
func (t *thrift) structure(parent int16, depth int) error {
	if depth > thriftDeep {
		return errThrift
	}
	id := int16(0)
	for {
		head, err := t.take()
		if err != nil || head == 0 {
			return err
		}
		if delta := int16(head >> 4); delta != 0 {
			id += delta
		} else {
			next, err := t.whole()
			if err != nil {
				return err
			}
			id = int16(next)
		}
		if err := t.value(int(head&15), parent, id, depth, false); err != nil {
			return err
		}
	}
}

// value walks over one value; in a list, a flag takes a byte of its own.
func (t *thrift) value(kind int, parent, id int16, depth int, listed bool) error {
	switch kind {
	case thriftTrue, thriftFalse:
		if listed {
			return t.skip(1)
		}
		t.tell(parent, id, depth, int64(thriftFalse-kind))
		return nil
	case thriftByte:
		return t.skip(1)
	case 4, 5, thriftInt64:
		n, err := t.whole()
		if !listed {
			t.tell(parent, id, depth, n)
		}
		return err
	case thriftDouble:
		return t.skip(8)
	case thriftBinary:
		n, err := binary.ReadUvarint(t)
		if err != nil {
			return err
		}
		return t.skip(n)
	case thriftList, thriftSet:
		return t.list(depth)
	case thriftMap:
		return t.pairs(depth)
	case thriftStruct:
		if depth == 0 && !listed {
			return t.structure(id, 1)
		}
		return t.structure(-1, max(2, depth+1))
	}
	return fmt.Errorf("%w: type %d", errThrift, kind)
}

func (t *thrift) tell(parent, id int16, depth int, value int64) {
	if t.field != nil && depth < 2 {
		t.field(parent, id, value)
	}
}

func (t *thrift) list(depth int) error {
	head, err := t.take()
	if err != nil {
		return err
	}
	size := uint64(head >> 4)
	if size == 15 {
		if size, err = binary.ReadUvarint(t); err != nil {
			return err
		}
	}
	return t.members(size, depth, int(head&15))
}

func (t *thrift) pairs(depth int) error {
	size, err := binary.ReadUvarint(t)
	if err != nil || size == 0 {
		return err
	}
	kinds, err := t.take()
	if err != nil {
		return err
	}
	return t.members(size, depth, int(kinds>>4), int(kinds&15))
}

func (t *thrift) members(size uint64, depth int, kinds ...int) error {
	if size > uint64(max(0, t.left)) || size > uint64(t.elements) {
		return errThrift
	}
	t.elements -= int(size)
	for range size {
		for _, kind := range kinds {
			if err := t.value(kind, -1, -1, depth+1, true); err != nil {
				return err
			}
		}
	}
	return nil
}
