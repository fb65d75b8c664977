package read

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Limits of a workbook, which is an archive: what is small in the file can be vast when unpacked.
const (
	archiveInMemory = 256 << 20 // bytes of a file that cannot be read at any place
	archiveParts    = 10_000
	partSmall       = 16 << 20  // bytes unpacked of everything but rows and texts
	partTexts       = 256 << 20 // of the texts the sheets share
	partSheet       = 4 << 30   // of one sheet
	packedMost      = 400       // times a part may shrink; sheets reach 50
)

// archive is an opened workbook.
type archive struct {
	file  fs.File
	parts map[string]*zip.File // by lower-case path
	book  *excelize.File       // the parts that say what the sheets are and how numbers are shown
	paths map[string]string    // of the sheets' parts, by relation
}

// openArchive opens a workbook without unpacking its sheets.
func openArchive(files fs.FS, name string) (*archive, int64, error) {
	file, err := files.Open(name)
	if err != nil {
		return nil, 0, err
	}
	a := &archive{file: file, parts: map[string]*zip.File{}}
	size, err := a.index()
	if err == nil {
		err = a.describe()
	}
	if err != nil {
		a.close()
		return nil, 0, err
	}
	return a, size, nil
}

// index lists the parts and refuses those that claim to be vast.
func (a *archive) index() (int64, error) {
	info, err := a.file.Stat()
	if err != nil {
		return 0, err
	}
	at, random := a.file.(io.ReaderAt)
	if !random {
		if info.Size() > archiveInMemory {
			return 0, refuse("the workbook is larger than 256 MB", "save the sheet as CSV")
		}
		content, err := io.ReadAll(io.LimitReader(a.file, archiveInMemory))
		if err != nil {
			return 0, err
		}
		at = bytes.NewReader(content)
	}
	opened, err := zip.NewReader(at, info.Size())
	if err != nil {
		return 0, notWorkbook(at)
	}
	if len(opened.File) > archiveParts {
		return 0, refuse(fmt.Sprintf("the workbook has %d parts", len(opened.File)), "save the sheet that is needed as CSV")
	}
	for _, part := range opened.File {
		if part.UncompressedSize64 > partSmall && part.UncompressedSize64/packedMost > part.CompressedSize64 {
			return 0, refuse(fmt.Sprintf("the part %s unpacks to %d times its size, which no real workbook does",
				path.Base(part.Name), part.UncompressedSize64/max(1, part.CompressedSize64)), "save the sheet that is needed as CSV")
		}
		a.parts[partName(part.Name)] = part
	}
	return info.Size(), nil
}

func notWorkbook(at io.ReaderAt) error {
	start := make([]byte, 4)
	if _, err := at.ReadAt(start, 0); err == nil && string(start) == "\xd0\xcf\x11\xe0" {
		return refuse("the workbook is protected with a password, or of the old format .xls", "save it as .xlsx without a password")
	}
	return refuse("this is not a workbook, or a damaged one", "save it anew as .xlsx")
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))
}

// describe has excelize read the small parts: the list of sheets and the styles. The sheets themselves are read here,
// since its rows tell neither how a cell is shown nor whether it holds an error or a formula without a result.
func (a *archive) describe() error {
	var small bytes.Buffer
	copied := zip.NewWriter(&small)
	for name, part := range a.parts {
		if !described(name) || part.UncompressedSize64 > partSmall {
			continue
		}
		if err := copied.Copy(part); err != nil {
			return refuse("the workbook is damaged: "+err.Error(), "save it anew as .xlsx")
		}
	}
	if err := copied.Close(); err != nil {
		return err
	}
	book, err := excelize.OpenReader(&small, excelize.Options{UnzipSizeLimit: 4 * partSmall, UnzipXMLSizeLimit: 2 * partSmall})
	if err != nil {
		return refuse("this is not a workbook, or a damaged one: "+err.Error(), "save it anew as .xlsx")
	}
	a.book = book
	_, _ = book.GetStyle(0) // has the styles read; a workbook without them has plain numbers only
	return a.findSheets()
}

// described is true of the parts that say what is in a workbook.
func described(name string) bool {
	return name == "[content_types].xml" || name == "_rels/.rels" || name == "xl/styles.xml" ||
		strings.HasPrefix(name, "xl/workbook") || strings.HasPrefix(name, "xl/_rels/")
}

// findSheets reads which part holds which sheet.
func (a *archive) findSheets() error {
	if a.book.WorkBook == nil || len(a.book.WorkBook.Sheets.Sheet) == 0 {
		return refuse("the workbook has no sheets", "save it anew as .xlsx")
	}
	var relations struct {
		Relation []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	a.paths = map[string]string{}
	for name := range a.parts {
		if !strings.HasPrefix(name, "xl/_rels/workbook") {
			continue
		}
		part, err := a.open(name, partSmall)
		if err != nil {
			return err
		}
		if err := xml.NewDecoder(part).Decode(&relations); err != nil {
			return refuse("the workbook is damaged: "+err.Error(), "save it anew as .xlsx")
		}
	}
	for _, relation := range relations.Relation {
		target := relation.Target
		if !strings.HasPrefix(target, "/") {
			target = "xl/" + target
		}
		a.paths[relation.ID] = partName(target)
	}
	return nil
}

// sheets are the names of the sheets in order.
func (a *archive) sheets() []string {
	var names []string
	for _, sheet := range a.book.WorkBook.Sheets.Sheet {
		names = append(names, sheet.Name)
	}
	return names
}

func (a *archive) close() {
	if a.book != nil {
		_ = a.book.Close() // it has no files of its own open
	}
	_ = a.file.Close()
}
