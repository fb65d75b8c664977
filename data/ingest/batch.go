package ingest

// Sink takes the rows that pass the checks. Its errors end the import.
type Sink interface {
	// Add takes rows of a table, in the order of its columns. Days arrive as time.Time, counts as int64, measures as
	// float64, money as int64 hundredths, all else as string or bool; nil is none. Counted names the column that rows
	// are to be added up into; it is empty for rows to be stored as they are. The rows are used again after the call.
	Add(table, counted string, rows [][]any) error
	// Count adds up the rows of a table that came with counted since the last call: those that agree in all but
	// numbers of people and amounts become one. It returns how many they became.
	Count(table Table, counted string) (int64, error)
}

// batch is some rows of one table on their way to the sink.
type batch struct {
	table   string
	counted string
	cells   []any
	rows    [][]any
	filled  int
	text    int // bytes of the blocks the rows came from
}

// batchesUnderway bounds the batches that wait for the sink.
const batchesUnderway = 3

// writer hands batches to the sink on a goroutine of its own.
type writer struct {
	sink   Sink
	queue  chan *batch
	spare  chan *batch
	done   chan struct{} // a batch has been written, or dropped after an error
	out    int           // batches underway
	failed error         // read only when none is underway
}

func newWriter(sink Sink) *writer {
	w := &writer{sink: sink, queue: make(chan *batch, batchesUnderway), spare: make(chan *batch, batchesUnderway+1),
		done: make(chan struct{}, batchesUnderway+1)}
	go func() {
		for b := range w.queue {
			if w.failed == nil {
				w.failed = w.sink.Add(b.table, b.counted, b.rows[:b.filled])
			}
			select {
			case w.spare <- b:
			default:
			}
			w.done <- struct{}{}
		}
	}()
	return w
}

func (w *writer) send(b *batch) {
	for w.out >= batchesUnderway {
		<-w.done
		w.out--
	}
	w.out++
	w.queue <- b
}

// flush waits until the sink has taken everything.
func (w *writer) flush() error {
	for ; w.out > 0; w.out-- {
		<-w.done
	}
	return w.failed
}

// nextRow is the place for the next row.
func (f *file) nextRow() ([]any, error) {
	if f.batch != nil && f.batch.filled == blockRows {
		if err := f.sendBatch(); err != nil {
			return nil, err
		}
	}
	if f.batch == nil {
		f.batch = f.freshBatch()
	}
	return f.batch.rows[f.batch.filled], nil
}

func (f *file) freshBatch() *batch {
	width := len(f.table.Columns)
	var b *batch
	select {
	case b = <-f.writer.spare:
	default:
		b = &batch{}
	}
	b.table, b.counted, b.filled, b.text = f.table.Name, f.mapping.CountRows, 0, 0
	if len(b.cells) < width*blockRows {
		b.cells = make([]any, width*blockRows)
	}
	b.rows = b.rows[:0]
	for i := range blockRows {
		b.rows = append(b.rows, b.cells[i*width:(i+1)*width:(i+1)*width])
	}
	return b
}

// keepRow makes the row last handed out one of the batch.
func (f *file) keepRow() {
	if f.mapping.CountRows != "" {
		f.noteEmpty(f.batch.rows[f.batch.filled])
	}
	f.batch.filled++
}

// sendBatch hands the rows on, unless the data is refused anyway.
func (f *file) sendBatch() error {
	b := f.batch
	f.batch = nil
	if b == nil || b.filled == 0 || f.table.Reference || f.report.Errors > 0 {
		return nil
	}
	f.writer.send(b)
	return nil
}

// flush waits until the sink has taken everything.
func (in *importer) flush() error { return in.writer.flush() }

// store hands one row to the sink.
func (in *importer) store(table string, row []any) error {
	if err := in.flush(); err != nil {
		return err
	}
	return in.sink.Add(table, "", [][]any{row})
}
