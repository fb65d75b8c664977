package match

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Write writes the decisions as decisions.csv, sorted, with a byte order mark so that spreadsheets keep the letters.
func (d *Decisions) Write(w io.Writer) error {
	var text bytes.Buffer
	text.WriteString("\ufeff")
	rows := csv.NewWriter(&text)
	_ = rows.Write(decisionColumns) // a buffer takes everything
	for _, row := range d.Rows() {
		_ = rows.Write([]string{row.Kind, row.Value, row.Target, row.Note})
	}
	rows.Flush()
	if _, err := w.Write(text.Bytes()); err != nil {
		return fmt.Errorf("write decisions: %w", err)
	}
	return nil
}

// WriteFile puts the decisions in the place of a file. Whatever happens, the file is the old one or the new one.
func (d *Decisions) WriteFile(path string) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("write decisions: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	err = d.Write(file)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	if err := os.Chmod(file.Name(), modeOf(path)); err != nil {
		return fmt.Errorf("write decisions: %w", err)
	}
	return os.Rename(file.Name(), path)
}

// modeOf is the mode of the file that is replaced; of a new file, that of people's documents.
func modeOf(path string) os.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}
