package trend

import (
	"math"
	"slices"
	"testing"
)

// The line and its interval against an independent computation: x 1..5,
// y 2 4 5 4 5 has slope 0.6, intercept 2.2, s = √0.8; at x = 6 the half width of
// the 95 % prediction interval is 3.182446·√0.8·√(1 + 1/5 + 9/10) = 4.124922.
func TestLeastSquaresAgainstHandComputation(t *testing.T) {
	fit, ok := LeastSquares([]float64{1, 2, 3, 4, 5}, []float64{2, 4, 5, 4, 5})
	if !ok {
		t.Fatal("five points must be enough")
	}
	near(t, "slope", fit.Slope, 0.6)
	near(t, "intercept", fit.Intercept, 2.2)
	near(t, "R²", fit.R2, 0.6)
	low, high := fit.Interval(6, 0.95)
	near(t, "prediction", fit.At(6), 5.8)
	near(t, "half width", (high-low)/2, 4.124922)
}

// Norris, of NIST's Statistical Reference Datasets: a calibration of ozone monitors with certified results.
func TestLeastSquaresGivesWhatNISTCertifies(t *testing.T) {
	x := []float64{0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5, 666.9, 338.0, 447.5, 11.6,
		556.0, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1, 118.3, 229.2, 669.1, 448.9, 0.5}
	y := []float64{0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3, 448.9, 10.8,
		557.7, 228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2, 117.6, 228.9, 668.4, 449.2, 0.2}
	fit, ok := LeastSquares(x, y)
	if !ok {
		t.Fatal("no line")
	}
	for what, pair := range map[string][2]float64{
		"slope": {fit.Slope, 1.00211681802045}, "intercept": {fit.Intercept, -0.262323073774029},
		"R²": {fit.R2, 0.999993745883712}, "standard error": {fit.Residual(), 0.884796396144373},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-11 {
			t.Errorf("%s = %.15f, certified is %.15f", what, pair[0], pair[1])
		}
	}
}

// The example of ci.theil in the R package statpsych, after Hollander and Wolfe, which prints the slope 0.5 and, at
// 95 %, the bounds 0.3243243 and 0.75.
func TestTheilSenGivesThePublishedExample(t *testing.T) {
	y := []float64{21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19}
	x := []float64{67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51}
	fit, ok := TheilSen(x, y)
	low, high, bounded := SlopeInterval(x, y, 0.95)
	if !ok || !bounded {
		t.Fatal("no line")
	}
	near(t, "slope", fit.Slope, 0.5)
	near(t, "lower bound", low, 0.3243243)
	near(t, "upper bound", high, 0.75)
	near(t, "intercept", fit.Intercept, 13-0.5*30)
}

// One wild year of eight turns the line of least squares and leaves the median of slopes where it was.
func TestOneYearFarOffDoesNotBendTheLine(t *testing.T) {
	x := []float64{0, 1, 2, 3, 4, 5, 6, 7}
	y := []float64{100, 111, 119, 131, 139, 20, 161, 169}
	c, ok := Of(x, y)
	if !ok || c.Method != OfTheilSen || !slices.Equal(c.FarOff, []int{5}) {
		t.Fatalf("course %+v, want the sixth year set apart", c)
	}
	if math.Abs(c.Slope-10) > 0.5 {
		t.Errorf("the slope is %v, want about ten a year", c.Slope)
	}
	squares, _ := LeastSquares(x, y)
	if math.Abs(squares.Slope-10) < 1 {
		t.Errorf("least squares has %v: the example proves nothing", squares.Slope)
	}
	y[5] = 150
	if c, _ := Of(x, y); c.Method != OfLeastSquares || c.FarOff != nil {
		t.Errorf("without the wild year: %+v", c)
	}
}

// A curve has years far off any straight line; none of them is an exception.
func TestACurveHasNoYearFarOff(t *testing.T) {
	var x, y []float64
	for i := range 12 {
		x, y = append(x, float64(i)), append(y, math.Pow(2, float64(i)))
		if far := FarOff(x, y); far != nil {
			t.Errorf("of %v, %v are called far off", y, far)
		}
	}
}

func TestWhenALineIsNotCarriedOn(t *testing.T) {
	x := []float64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}
	for name, c := range map[string]struct {
		y    []float64
		want Reason
	}{
		"straight":                {[]float64{100, 111, 119, 131, 139, 151, 161, 169}, ""},
		"the last year collapses": {[]float64{100, 111, 119, 131, 139, 151, 161, 40}, LastIsOff},
		"the last year falls out": {[]float64{108, 102, 128, 122, 148, 142, 168, 162, 188, 182, 208, 172}, Bent},
		"a walk without aim":      {[]float64{100, 104, 98, 96, 104, 118, 117, 109}, Beaten},
	} {
		course, ok := Of(x[:len(c.y)], c.y)
		if !ok || course.Against != c.want {
			t.Errorf("%s: %q (%+v), want %q", name, course.Against, course, c.want)
		}
	}
}

// A line foretells a straight series without error; on 10 20 30 40 50 then 66 it says 60 and misses by 6.
func TestBackTestAsksForWhatIsKnown(t *testing.T) {
	x := []float64{0, 1, 2, 3, 4, 5, 6}
	if b := BackTest(x, []float64{10, 20, 30, 40, 50, 60, 70}, LeastSquares); b.Tries != 2 || b.Mean > 1e-9 || b.Carried != 10 {
		t.Errorf("straight: %+v", b)
	}
	b := BackTest(x[:6], []float64{10, 20, 30, 40, 50, 66}, LeastSquares)
	if b.Tries != 1 || math.Abs(b.Mean-6) > 1e-9 || math.Abs(b.Percent-6.0/66) > 1e-9 || b.Carried != 16 {
		t.Errorf("missed: %+v", b)
	}
	if b := BackTest(x[:5], []float64{1, 2, 3, 4, 5}, LeastSquares); b.Tries != 0 {
		t.Errorf("five points leave nothing to ask for: %+v", b)
	}
	if b := BackTest(x[:6], []float64{5, 4, 3, 2, 1, 0}, LeastSquares); b.Percent != 0 || b.Mean > 1e-9 {
		t.Errorf("a year with nothing has no share: %+v", b)
	}
}

func TestGrowth(t *testing.T) {
	if rate, ok := CAGR(100, 161.051, 5); !ok || math.Abs(rate-0.1) > 1e-9 {
		t.Errorf("ten per cent a year for five years is %v", rate)
	}
	if rate, ok := Growth(80, 60); !ok || rate != -0.25 {
		t.Errorf("80 to 60 is %v", rate)
	}
	for _, c := range [][3]float64{{0, 10, 3}, {10, 0, 3}, {10, 20, 0}} {
		if _, ok := CAGR(c[0], c[1], c[2]); ok {
			t.Errorf("%v has a rate", c)
		}
	}
	if _, ok := Growth(0, 10); ok {
		t.Error("from nothing there is no rate")
	}
}

func TestNoForecastFromFewerThanFivePoints(t *testing.T) {
	four, alike := []float64{1, 2, 3, 4}, []float64{1, 1, 1, 1, 1}
	for name, draw := range map[string]func(x, y []float64) (Fit, bool){"least squares": LeastSquares, "Theil–Sen": TheilSen} {
		if _, ok := draw(four, four); ok {
			t.Errorf("%s: four points gave a line", name)
		}
		if _, ok := draw(alike, []float64{1, 2, 3, 4, 5}); ok {
			t.Errorf("%s: five points in one year gave a line", name)
		}
	}
	if _, ok := Of(four, four); ok {
		t.Error("four points gave a course")
	}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-5 {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}
