package main

import (
	"bytes"
	"context"
	"encoding/json"
	"image/png"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// run gives a command's exit code and what it printed.
func run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = Main{Args: args, Stdout: &out, Stderr: &errs}.Run(t.Context())
	return code, out.String(), errs.String()
}

func TestServeAnswersAndStops(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	ready, ended := make(chan string, 1), make(chan int, 1)
	m := Main{Args: []string{"--addr", "127.0.0.1:0"}, Stdout: io.Discard, Stderr: io.Discard, Ready: func(a string) { ready <- a }}
	go func() { ended <- m.Run(ctx) }()
	var address string
	select {
	case address = <-ready:
	case <-time.After(30 * time.Second):
		t.Fatal("the server did not get ready")
	}
	for path, want := range map[string]string{"/": "<!doctype html>", "/readyz": `"ready"`, "/api/v1/charts": "partner-map"} {
		response, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		response.Body.Close()
		if response.StatusCode != http.StatusOK || !strings.Contains(string(body), want) {
			t.Errorf("%s: status %d, %.80q", path, response.StatusCode, body)
		}
	}
	stop()
	select {
	case code := <-ended:
		if code != exitDone {
			t.Errorf("stopping ended with code %d", code)
		}
	case <-time.After(15 * time.Second):
		t.Fatal("the server did not stop")
	}
}

func TestServeRefusesToBeReachedFromOutside(t *testing.T) {
	for _, addr := range []string{"0.0.0.0:0", ":0", "192.168.1.2:8080", "nonsense"} {
		if code, _, stderr := run(t, "serve", "--addr", addr); code != exitFailed || !strings.Contains(stderr, addr) {
			t.Errorf("--addr %s: code %d, %q", addr, code, stderr)
		}
	}
}

func TestExportWritesPictures(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "trend.png")
	code, stdout, stderr := run(t, "export", "mobility-trend", "--out", file, "--width", "800", "--height", "450", "--scale", "2", "--lang", "zh-Hant", "--filter", "direction=outbound")
	if code != exitDone || !strings.Contains(stdout, file) {
		t.Fatalf("code %d, %q, %q", code, stdout, stderr)
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.DecodeConfig(f)
	if err != nil || picture.Width != 1600 || picture.Height != 900 {
		t.Errorf("%d × %d, %v", picture.Width, picture.Height, err)
	}
}

func TestExportSaysWhatItWillNotDo(t *testing.T) {
	out := filepath.Join(t.TempDir(), "x.png")
	for _, test := range []struct {
		args []string
		says string
	}{
		{[]string{"export", "nothing", "--out", out}, "nothing"},
		{[]string{"export", "partner-map", "--out", "x.gif"}, ".gif"},
		{[]string{"export", "partner-map", "--out", out, "--filter", "place=ZZ"}, "ZZ"},
		{[]string{"export", "partner-map", "--out", out, "--filter", "colour=red"}, "colour"},
		{[]string{"export", "partner-map", "--out", out, "--width", "0"}, "width"},
		{[]string{"export", "partner-map", "--out", out, "--theme", "pink"}, "pink"},
		{[]string{"export", "partner-map", "--out", out, "--lang", "fr"}, "fr"},
		{[]string{"export", "partner-map", "--out", out, "--data", "/no/such/folder"}, "/no/such/folder"},
	} {
		code, _, stderr := run(t, test.args...)
		if code != exitFailed || !strings.Contains(stderr, test.says) {
			t.Errorf("%v: code %d, %q", test.args, code, stderr)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%v: a file was left", test.args)
		}
	}
}

func TestUsageEndsWithTwo(t *testing.T) {
	for _, args := range [][]string{{"dance"}, {"serve", "--nonsense"}, {"export"}} {
		if code, _, stderr := run(t, args...); code != exitUsage || stderr == "" {
			t.Errorf("%v: code %d, %q", args, code, stderr)
		}
	}
	if code, stdout, _ := run(t, "--help"); code != exitDone || !strings.Contains(stdout, "export") {
		t.Errorf("--help: code %d, %q", code, stdout)
	}
}

func TestCheckAndImport(t *testing.T) {
	const good = "../../data/polyu"
	if code, stdout, _ := run(t, "check", good); code != exitDone {
		t.Errorf("check of the default data: code %d\n%s", code, stdout)
	}
	file := filepath.Join(t.TempDir(), "polyu.duckdb")
	if code, stdout, stderr := run(t, "import", good, "--into", file); code != exitDone {
		t.Fatalf("import: code %d\n%s%s", code, stdout, stderr)
	}
	if code, stdout, stderr := run(t, "charts", "--data", file); code != exitDone || !strings.Contains(stdout, "partner-map") {
		t.Errorf("charts of the snapshot: code %d, %q, %q", code, stdout, stderr)
	}
}

func TestCheckReportsErrors(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "dataset.yaml", "id: x\nname: X\nhome_place: HK\nhome_institution: x\n")
	write(t, dir, "institutions.csv", "institution_id,name,country_code\nx,X,HK\ny,Y,QQ\n")
	code, stdout, _ := run(t, "check", dir, "--format", "json")
	if code != exitFailed {
		t.Errorf("code %d", code)
	}
	var report map[string]any
	if err := json.Unmarshal([]byte(stdout), &report); err != nil {
		t.Fatalf("%v in %s", err, stdout)
	}
	if !strings.Contains(stdout, "institutions.csv") || !strings.Contains(stdout, "QQ") {
		t.Errorf("the report does not name the file and the value: %s", stdout)
	}
	if code, _, stderr := run(t, "import", dir, "--into", filepath.Join(dir, "x.duckdb")); code != exitFailed || stderr == "" {
		t.Errorf("import of bad data: code %d, %q", code, stderr)
	}
	if _, err := os.Stat(filepath.Join(dir, "x.duckdb")); err == nil {
		t.Error("bad data left a snapshot")
	}
}

func TestWhatIsNoDataIsToldPlainly(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "letter.txt", "hello")
	letter, none, into := filepath.Join(dir, "letter.txt"), filepath.Join(dir, "none"), filepath.Join(dir, "x.duckdb")
	for _, test := range []struct {
		args []string
		says string
	}{
		{[]string{"check", none}, "there is no folder " + none},
		{[]string{"check", letter}, letter + " is a file; give the folder"},
		{[]string{"check", dir}, dir + " is not a data set"},
		{[]string{"import", none, "--into", into}, "there is no folder " + none},
		{[]string{"import", "../../data/polyu", "--into", filepath.Join(none, "x.duckdb")}, "there is no folder " + none},
		{[]string{"charts", "--data", none}, "--data " + none + ": there is no such folder or file"},
		{[]string{"charts", "--data", dir}, dir + " is not a data set"},
		{[]string{"charts", "--data", letter}, letter},
	} {
		if code, _, stderr := run(t, test.args...); code != exitFailed || !strings.Contains(stderr, test.says) || strings.Contains(stderr, "stat ") {
			t.Errorf("%v: code %d, %q", test.args, code, stderr)
		}
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
