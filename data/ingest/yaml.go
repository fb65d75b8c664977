package ingest

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Limits of dataset.yaml, which no text of a person comes near.
const (
	settingsBytes = 1 << 20
	settingsDepth = 24
)

// ParseSettings reads the text of a dataset.yaml, YAML or JSON, strictly: a key that is not known is a mistake, not a
// comment. What is wrong is told with its line. What the text says is not checked any further.
func ParseSettings(content []byte) (Dataset, *Problem) {
	var set Dataset
	if problem := boundSettings(content); problem != nil {
		return set, problem
	}
	if err := yaml.UnmarshalWithOptions(content, &set, yaml.Strict()); err != nil {
		return set, settingsProblem(err)
	}
	return set, nil
}

// boundSettings refuses text that would take long to read or become huge in reading.
func boundSettings(content []byte) *Problem {
	problem := &Problem{File: DatasetFile, Remedy: "write plain keys, lists and values"}
	if len(content) > settingsBytes {
		problem.Reason = fmt.Sprintf("the file has %d bytes; the most is %d", len(content), settingsBytes)
		return problem
	}
	depth, deepest, line := 0, 0, 1
	for _, char := range content {
		switch char {
		case '\n':
			line++
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		if depth > deepest {
			deepest, problem.Row = depth, line
		}
	}
	if deepest > settingsDepth || indented(content) > 4*settingsDepth {
		problem.Reason = "lists and keys are nested too deeply"
		return problem
	}
	for _, part := range lexer.Tokenize(string(content)) {
		if part.Type == token.AnchorType || part.Type == token.AliasType {
			problem.Row, problem.Value = part.Position.Line, shorten(part.Value)
			problem.Reason = "anchors (&) and aliases (*) are not read, since few of them can stand for a great many lines"
			problem.Remedy = "write the lines out; put a text that begins with & or * between quotation marks"
			return problem
		}
	}
	return nil
}

// indented is the number of levels a line opens by itself, as - - - x does, or spaces before it, the most of any line.
func indented(content []byte) int {
	most := 0
	for text := range strings.SplitSeq(string(content), "\n") {
		start := len(text) - len(strings.TrimLeft(text, " -?:\t"))
		most = max(most, start)
	}
	return most
}

// settingsProblem makes a problem of the library's error.
func settingsProblem(err error) *Problem {
	problem := &Problem{File: DatasetFile, Reason: err.Error(), Remedy: "correct the line"}
	var syntax yaml.Error
	if !errors.As(err, &syntax) {
		return problem
	}
	problem.Reason = syntax.GetMessage()
	if at := syntax.GetToken(); at != nil {
		problem.Row = at.Position.Line
		problem.Value = shorten(at.Value)
	}
	var unknown *yaml.UnknownFieldError
	var mistyped *yaml.TypeError
	switch {
	case errors.As(err, &unknown):
		problem.Column = visible(problem.Value)
		problem.Reason = "the key is not known"
		problem.Remedy = advice("remove it or correct it", "known key", problem.Value, keys(reflect.TypeFor[Dataset]()))
	case errors.As(err, &mistyped):
		problem.Reason = quote(problem.Value) + " is not of the type " + mistyped.DstType.String()
	}
	return problem
}

// keys are those that dataset.yaml may have.
func keys(structure reflect.Type) []string {
	var list []string
	for i := range structure.NumField() {
		field := structure.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		list = append(list, name)
		inner := field.Type
		for slices.Contains([]reflect.Kind{reflect.Slice, reflect.Map, reflect.Pointer}, inner.Kind()) {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct {
			list = append(list, keys(inner)...)
		}
	}
	return list
}

// settingsLine finds the line of what stands under a path such as files, 0, columns, kind; of as much of the path as
// there is. 0 is nowhere.
func settingsLine(content []byte, path ...any) int {
	tree, err := parser.ParseBytes(content, 0)
	if err != nil || len(tree.Docs) == 0 {
		return 0
	}
	node, line := tree.Docs[0].Body, 0
	for _, step := range path {
		next, at := child(node, step)
		if next == nil {
			return line
		}
		node, line = next, at
	}
	return line
}

func child(node ast.Node, step any) (ast.Node, int) {
	switch node := node.(type) {
	case *ast.MappingNode:
		for _, value := range node.Values {
			if value.Key.GetToken().Value == fmt.Sprint(step) {
				return value.Value, value.Key.GetToken().Position.Line
			}
		}
	case *ast.MappingValueNode:
		if node.Key.GetToken().Value == fmt.Sprint(step) {
			return node.Value, node.Key.GetToken().Position.Line
		}
	case *ast.SequenceNode:
		if i, ok := step.(int); ok && i < len(node.Values) {
			return node.Values[i], node.Values[i].GetToken().Position.Line
		}
	}
	return nil, 0
}
