package read

import (
	"errors"
	"io"

	"github.com/parquet-go/parquet-go"
)

// batch is the number of rows that are turned into text at a time.
const batch = 1024

// column is one column of a Parquet file while it is read.
type column struct {
	name     string
	optional bool
	text     func(parquet.Value) (text, wrong string)
	pages    parquet.Pages
	page     parquet.Page
	values   parquet.ValueReader
	buffer   [batch]parquet.Value
	texts    [batch]string
	wrong    map[int]string // by the row of the batch
}

// open begins the column's part of the next group of rows.
func (c *column) open(chunk parquet.ColumnChunk) {
	c.close()
	c.pages = chunk.Pages()
}

// load turns the next n values into text.
func (c *column) load(n int) error {
	clear(c.wrong)
	for have := 0; have < n; {
		if c.values == nil {
			if err := c.turn(); err != nil {
				return err
			}
		}
		read, err := c.values.ReadValues(c.buffer[:n-have])
		for _, value := range c.buffer[:read] {
			if value.IsNull() {
				c.texts[have] = ""
			} else if text, wrong := c.text(value); wrong == "" {
				c.texts[have] = text
			} else {
				c.refuse(have, wrong)
			}
			have++
		}
		if errors.Is(err, io.EOF) || err == nil && read == 0 {
			c.values = nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

func (c *column) refuse(at int, wrong string) {
	if c.wrong == nil {
		c.wrong = map[int]string{}
	}
	c.wrong[at] = wrong
}

// turn goes to the next page.
func (c *column) turn() error {
	if c.page != nil {
		parquet.Release(c.page)
		c.page = nil
	}
	page, err := c.pages.ReadPage()
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	if err != nil {
		return err
	}
	c.page, c.values = page, page.Values()
	return nil
}

func (c *column) close() {
	if c.page != nil {
		parquet.Release(c.page)
	}
	if c.pages != nil {
		_ = c.pages.Close() // reading is over; there is nothing it could have lost
	}
	c.page, c.pages, c.values = nil, nil, nil
}
