package read

import (
	"errors"
	"io"
	"path"
)

// open unpacks a part up to a limit, whatever size it claims.
func (a *archive) open(name string, limit int64) (io.Reader, error) {
	part, ok := a.parts[name]
	if !ok {
		return nil, refuse("the workbook is damaged: "+path.Base(name)+" is missing", "save it anew as .xlsx")
	}
	if part.UncompressedSize64 > uint64(limit) {
		return nil, tooLarge(name)
	}
	opened, err := part.Open()
	if err != nil {
		return nil, refuse("the workbook is damaged: "+err.Error(), "save it anew as .xlsx")
	}
	return &limited{in: opened, left: limit, name: name}, nil
}

func tooLarge(name string) error {
	return refuse("the part "+path.Base(name)+" is larger than any real workbook has", "save the sheet that is needed as CSV")
}

// limited fails when more comes than is allowed.
type limited struct {
	in   io.ReadCloser
	left int64
	name string
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.in.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return n, tooLarge(l.name)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return n, refuse("the workbook is damaged: "+err.Error(), "save it anew as .xlsx")
	}
	return n, err //nolint:wrapcheck // io.EOF is passed on as it is
}
