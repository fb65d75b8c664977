package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// begin runs init and gives the exit code with what was printed.
func begin(args ...string) (int, string) {
	var out bytes.Buffer
	code := Main{Args: append([]string{"init"}, args...), Stdout: &out, Stderr: &out}.Run(context.Background())
	return code, out.String()
}

func TestInitDescribesFilesAndTheyCheck(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"partners.csv": "Partner code,Partner name,Country/Region\nX1,University of Leeds,United Kingdom\nX2,東京大學,日本\n",
		"students.csv": "Academic Year;Incoming/Outgoing;Partner code;No. of students\n2017/18;Incoming;X1;5\n2017/18;Outgoing;X2;1\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	code, said := begin(dir)
	if code != 0 || !strings.Contains(said, "students.csv: table mobility") || !strings.Contains(said, "direction from “Incoming/Outgoing”") ||
		!strings.Contains(said, "home_place:") {
		t.Fatalf("exit %d, said %s", code, said)
	}
	written, err := os.ReadFile(filepath.Join(dir, "dataset.yaml"))
	if err != nil || !strings.HasPrefix(string(written), "# yaml-language-server: $schema=dataset.schema.json\n") {
		t.Fatalf("dataset.yaml: %v\n%s", err, written)
	}
	if _, err := os.Stat(filepath.Join(dir, "dataset.schema.json")); err != nil {
		t.Error(err)
	}
	var out bytes.Buffer
	if code := (Main{Args: []string{"check", dir}, Stdout: &out, Stderr: &out}).Run(context.Background()); code != 0 {
		t.Errorf("what init wrote does not check: %s", out.String())
	}
	if code, said := begin(dir); code == 0 || !strings.Contains(said, "is there already") {
		t.Errorf("a dataset.yaml was replaced: exit %d, %s", code, said)
	}
	decided := strings.Replace(string(written), "\nname: ", "\nname: Poly of ", 1)
	if err := os.WriteFile(filepath.Join(dir, "dataset.yaml"), []byte(decided), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, said := begin(dir, "--force"); code != 0 {
		t.Errorf("exit %d, %s", code, said)
	}
	if again, err := os.ReadFile(filepath.Join(dir, "dataset.yaml")); err != nil || !strings.Contains(string(again), "name: Poly of ") {
		t.Errorf("what was decided is lost: %v\n%s", err, again)
	}
}

func TestInitPrintsWithoutWriting(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "flows.csv")
	if err := os.WriteFile(file, []byte("year,origin country,destination country,students\n2017,JP,GB,5\n2018,JP,FR,6\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, said := begin("--print", file)
	if code != 0 || !strings.Contains(said, "origin_code: origin country") {
		t.Errorf("exit %d, %s", code, said)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("files were written: %v %v", entries, err)
	}
	if code, said := begin(filepath.Join(dir, "nothing")); code == 0 || !strings.Contains(said, "there is no folder") {
		t.Errorf("exit %d, %s", code, said)
	}
}
