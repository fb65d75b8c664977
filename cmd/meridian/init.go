package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"meridian/data/guess"
	"meridian/data/ingest"
)

// initCmd writes a first dataset.yaml for files that nobody has described yet.
type initCmd struct {
	Dir   string `arg:"" help:"The folder of the data's files, or one file."`
	Force bool   `help:"Replace a dataset.yaml that is there; what it decides is kept."`
	Print bool   `help:"Write to standard output only."`
	settingsFlag
}

// schemaName is the file editors complete a dataset.yaml with.
const schemaName = guess.Schema

// Run looks at the files, writes their description and says what was guessed and what is needed.
func (cmd *initCmd) Run(ctx context.Context, m Main) error {
	source, err := cmd.source(cmd.Dir)
	if err != nil {
		return err
	}
	folder := folderOf(cmd.Dir)
	target := filepath.Join(folder, ingest.DatasetFile)
	settings, err := cmd.begun(target, source.Settings)
	if err != nil {
		return err
	}
	source.Settings = settings
	proposal, err := guess.Propose(ctx, source)
	if err != nil {
		return err
	}
	if cmd.Print {
		_, err := io.WriteString(m.Stdout, proposal.YAML)
		return err
	}
	content := "# yaml-language-server: $schema=" + schemaName + "\n" + proposal.YAML
	if err := os.WriteFile(target, []byte(content), 0o644); err != nil {
		return fmt.Errorf("write %s: %w", ingest.DatasetFile, err)
	}
	if err := os.WriteFile(filepath.Join(folder, schemaName), ingest.SettingsSchema(), 0o644); err != nil {
		return fmt.Errorf("write %s: %w", schemaName, err)
	}
	return cmd.tell(m.Stdout, proposal, target)
}

// begun is what is decided already: the settings of the flag, or the file that is there, which only --force replaces.
func (cmd *initCmd) begun(target string, settings []byte) ([]byte, error) {
	content, err := os.ReadFile(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return settings, nil
	case err != nil:
		return nil, fmt.Errorf("read %s: %w", target, err)
	case !cmd.Force && !cmd.Print:
		return nil, fmt.Errorf("%s is there already; --print shows what would be proposed, --force replaces it and keeps what it decides", target)
	case settings != nil:
		return settings, nil
	}
	return content, nil
}

// tell says what was guessed, file by file, and what only a person can say.
func (cmd *initCmd) tell(out io.Writer, p *guess.Proposal, target string) error {
	var b strings.Builder
	for _, file := range p.Files {
		fmt.Fprintf(&b, "%s: %s\n", label(file.Name, file.Sheet), becomes(file))
		for _, g := range p.Guesses {
			if g.File == file.Name && g.Sheet == file.Sheet && g.Column != "" {
				fmt.Fprintf(&b, "  %3.0f %%  %s: %s\n", g.Certainty*100, pair(g), g.Says)
			}
		}
		if len(file.Unused) > 0 {
			fmt.Fprintf(&b, "         not used: %s\n", strings.Join(file.Unused, ", "))
		}
	}
	if len(p.Needs) > 0 {
		b.WriteString("To be said or confirmed:\n")
	}
	for _, need := range p.Needs {
		fmt.Fprintf(&b, "  %s: %s\n", need.Key, need.Says)
	}
	fmt.Fprintf(&b, "Wrote %s. Read it through, then: meridian check %s\n", target, cmd.Dir)
	_, err := io.WriteString(out, b.String())
	return err
}

func label(name, sheet string) string {
	if sheet == "" || !strings.HasPrefix(strings.ToLower(filepath.Ext(name)), ".xls") {
		return name
	}
	return name + " [" + sheet + "]"
}

// becomes says what a file is taken for.
func becomes(file guess.FileLook) string {
	switch {
	case file.Error != "":
		return "cannot be read: " + file.Error
	case file.Table == ingest.NoTable:
		return "fits no table and is left out"
	}
	return "table " + file.Table
}

// pair is our column and what it is read from.
func pair(g guess.Guess) string {
	if g.From == "" {
		return g.Column
	}
	return g.Column + " from “" + g.From + "”"
}
