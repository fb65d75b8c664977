// Command generate writes the illustrative rows of the default data set into data/polyu.
//
// The same seed gives the same bytes on every machine: all arithmetic is on integers, every list is walked
// in a fixed order, and each subject draws from a random stream of its own. Rows that are published facts
// are kept by hand in published/ and are copied through unchanged.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

//go:generate go run . -out ../polyu

func main() {
	out := flag.String("out", "", "folder to write the generated CSV files into")
	flag.Parse()
	if *out == "" {
		fmt.Fprintln(os.Stderr, "generate: name the folder to write into, for example -out ../polyu")
		os.Exit(2)
	}
	if err := write(*out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// write puts every generated file into the folder.
func write(dir string) error {
	files, err := generate()
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.content, 0o644); err != nil {
			return fmt.Errorf("write %s: %w", f.name, err)
		}
	}
	return nil
}

// generate makes the generated files of the data set, in the order institutions, agreements, projects, mobility, targets, enrolment.
func generate() ([]file, error) {
	p, err := loadPlan()
	if err != nil {
		return nil, err
	}
	n := newNetwork(p)
	n.startFlows()
	moves := n.mobility()
	projects := n.projects()
	agreements := n.agreements(projects)

	institutions, err := merge("institutions.csv", n.institutionRows())
	if err != nil {
		return nil, err
	}
	agreed, err := merge("agreements.csv", agreements)
	if err != nil {
		return nil, err
	}
	listed, err := encode("projects.csv", projectColumns, projectRows(projects))
	if err != nil {
		return nil, err
	}
	moved, err := encode("mobility.csv", mobilityColumns, moves)
	if err != nil {
		return nil, err
	}
	aimed, err := targets()
	if err != nil {
		return nil, err
	}
	aimedAt, err := encode("targets.csv", targetColumns, aimed)
	if err != nil {
		return nil, err
	}
	students, err := p.enrolment()
	if err != nil {
		return nil, err
	}
	enrolled, err := encode("enrolment.csv", enrolmentColumns, students)
	if err != nil {
		return nil, err
	}
	return []file{institutions, agreed, listed, moved, aimedAt, enrolled}, nil
}
