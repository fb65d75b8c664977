package ingest

import (
	"errors"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
)

// parseYAML reads dataset.yaml strictly: a key that is not known is a mistake, not a comment.
func parseYAML(content []byte, set *Dataset) *Problem {
	err := yaml.UnmarshalWithOptions(content, set, yaml.Strict())
	if err == nil {
		return nil
	}
	problem := &Problem{File: datasetFile, Reason: err.Error(), Remedy: "correct the line"}
	var syntax yaml.Error
	if !errors.As(err, &syntax) {
		return problem
	}
	problem.Reason = syntax.GetMessage()
	if token := syntax.GetToken(); token != nil {
		problem.Row = token.Position.Line
		problem.Value = token.Value
	}
	var unknown *yaml.UnknownFieldError
	var mistyped *yaml.TypeError
	switch {
	case errors.As(err, &unknown):
		problem.Column = problem.Value
		problem.Reason = "the key is not known"
		problem.Remedy = "remove it or correct it: the nearest known key is " + nearest(problem.Value, keys(reflect.TypeFor[Dataset]()))
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
		if field.Type.Kind() == reflect.Struct {
			list = append(list, keys(field.Type)...)
		}
	}
	return list
}
