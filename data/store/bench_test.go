package store_test

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"meridian/data/store"
)

// moved is one row of a generated mobility file.
type moved struct {
	Year         string  `parquet:"academic_year_id,dict"`
	Direction    string  `parquet:"direction,dict"`
	Country      string  `parquet:"country_code,dict"`
	Kind         string  `parquet:"kind,dict"`
	Level        string  `parquet:"level,dict"`
	Faculty      string  `parquet:"faculty,dict"`
	ISCED        string  `parquet:"isced_f_code,dict"`
	Participants int32   `parquet:"participants"`
	Months       float64 `parquet:"months"`
	Aid          string  `parquet:"aid_amount"`
	Evidence     string  `parquet:"evidence,dict"`
}

const movedHeader = "academic_year_id,direction,country_code,kind,level,faculty,isced_f_code,participants,months,aid_amount,evidence\n"

// generate gives n rows that are drawn the same way every time.
func generate(n int, row func(moved) error) error {
	d := rand.New(rand.NewPCG(1, 2))
	pick := func(list ...string) string { return list[d.IntN(len(list))] }
	for range n {
		start := 2000 + d.IntN(24)
		people := 1 + int(d.ExpFloat64()*6)
		err := row(moved{Year: fmt.Sprintf("%d/%d", start, start+1), Direction: pick("outbound", "inbound"),
			Country:      pick("GB", "US", "CN", "DE", "FR", "NA", "JP", "KR", "IT", "ES", "NL", "SE", "BR", "ZA", "AU", "SG", "TH", "VN", "IN", "CA"),
			Kind:         pick("student-studies", "student-traineeship", "staff-teacher", "staff-training"),
			Level:        pick("bachelor", "master", "doctorate", ""),
			Faculty:      "F" + strconv.Itoa(d.IntN(12)),
			ISCED:        fmt.Sprintf("%04d", 110+d.IntN(80)*10),
			Participants: int32(people), Months: float64(people*(1+d.IntN(10))) / 2,
			Aid: fmt.Sprintf("%d.%02d", d.IntN(50000), d.IntN(100)), Evidence: "published"})
		if err != nil {
			return err
		}
	}
	return nil
}

func writeCSV(n int, file io.Writer) error {
	w := bufio.NewWriterSize(file, 1<<20)
	fmt.Fprint(w, movedHeader)
	err := generate(n, func(m moved) error {
		_, err := fmt.Fprintf(w, "%s,%s,%s,%s,%s,%s,%s,%d,%g,%s,%s\n", m.Year, m.Direction, m.Country, m.Kind, m.Level, m.Faculty,
			m.ISCED, m.Participants, m.Months, m.Aid, m.Evidence)
		return err
	})
	if err != nil {
		return err
	}
	return w.Flush()
}

func writeParquet(n int, file io.Writer) error {
	w := parquet.NewGenericWriter[moved](file, parquet.Compression(&parquet.Snappy), parquet.MaxRowsPerRowGroup(1<<17))
	if err := generate(n, func(m moved) error {
		_, err := w.Write([]moved{m})
		return err
	}); err != nil {
		return err
	}
	return w.Close()
}

// rows is how many rows the import benchmarks read: MERIDIAN_BENCH_ROWS, or a number that takes a moment.
func rows() int {
	n, err := strconv.Atoi(os.Getenv("MERIDIAN_BENCH_ROWS"))
	if err != nil || n <= 0 {
		return 100_000
	}
	return n
}

// BenchmarkImport imports generated mobility, and beside it lets the database's own reader fill a table from the same
// file, unchecked. The ratio is how many times longer the import takes.
func BenchmarkImport(b *testing.B) {
	n := rows()
	for _, format := range []struct {
		name, plain string
		write       func(int, io.Writer) error
	}{{"csv", "read_csv", writeCSV}, {"parquet", "read_parquet", writeParquet}} {
		b.Run(format.name, func(b *testing.B) {
			dir := b.TempDir()
			path := filepath.Join(dir, "mobility."+format.name)
			file, err := os.Create(path)
			if err != nil {
				b.Fatal(err)
			}
			if err := format.write(n, file); err != nil {
				b.Fatal(err)
			}
			if err := file.Close(); err != nil {
				b.Fatal(err)
			}
			info, err := os.Stat(path)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(info.Size())
			var imported, plain time.Duration
			for b.Loop() {
				start := time.Now()
				importFolder(b, dir, n)
				imported += time.Since(start)
				b.StopTimer()
				start = time.Now()
				readPlainly(b, fmt.Sprintf("CREATE TABLE t AS FROM %s('%s')", format.plain, path))
				plain += time.Since(start)
				b.StartTimer()
			}
			b.ReportMetric(float64(n)*float64(b.N)/imported.Seconds(), "rows/s")
			b.ReportMetric(imported.Seconds()/plain.Seconds(), "times-plain")
			b.ReportMetric(peak(), "peak-MB")
		})
	}
}

func importFolder(b *testing.B, dir string, n int) {
	b.Helper()
	into := filepath.Join(b.TempDir(), "x.duckdb")
	source := store.Source{Dataset: os.DirFS(dir), Geo: os.DirFS("../geo"), Settings: []byte("id: bench\nname: Bench\nhome_place: HK\nas_of: 2024-08-31\n")}
	report, err := store.Build(context.Background(), source, into)
	if err != nil {
		b.Fatal(err)
	}
	if report.Files[0].Stored != n {
		b.Fatalf("stored %d of %d rows", report.Files[0].Stored, n)
	}
	if err := os.Remove(into); err != nil {
		b.Fatal(err)
	}
}

// readPlainly fills a table of a database file without any check.
func readPlainly(b *testing.B, query string) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "plain.duckdb")
	db, err := sql.Open("duckdb", path)
	if err != nil {
		b.Fatal(err)
	}
	for _, statement := range []string{query, "CHECKPOINT"} {
		if _, err := db.Exec(statement); err != nil {
			b.Fatal(err)
		}
	}
	if err := errors.Join(db.Close(), os.Remove(path)); err != nil {
		b.Fatal(err)
	}
}

// peak is the most memory the process has held, in megabytes; 0 where the system does not tell.
func peak() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil || runtime.GOOS != "linux" {
		return 0
	}
	var kilobytes float64
	for line := range strings.SplitSeq(string(status), "\n") {
		if _, err := fmt.Sscanf(line, "VmHWM: %f kB", &kilobytes); err == nil {
			return kilobytes / 1024
		}
	}
	return 0
}
