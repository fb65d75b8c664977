package chart

import "math"

// halfWorld is how far a map of the world reaches to either side of its middle, in radii of the Earth.
const halfWorld = 2.70

// bulge is how far an arc leaves the straight line, as a share of its length.
const bulge = 0.22

// curveness bends an arc to the north whichever way it runs: ECharts bends to
// the left of the way, which is north only for arcs that run east.
func (in Input) curveness(fromLng, fromLat, toLng, toLat float64) float64 {
	world := in.Home.world()
	from, _ := onWorld(world, fromLng, fromLat)
	to, _ := onWorld(world, toLng, toLat)
	if to < from {
		return -bulge
	}
	return bulge
}

// onWorld is where a point lies on a map of the world, in radii of the Earth to the east and to the
// north of its middle: Equal Earth (Šavrič, Patterson and Jenny, 2018).
func onWorld(world string, lng, lat float64) (x, y float64) {
	const a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
	turned := math.Mod(lng-centre(world)+540, 360) - 180
	theta := math.Asin(math.Sqrt(3) / 2 * math.Sin(lat*math.Pi/180))
	square := theta * theta
	sixth := square * square * square
	slope := a1 + 3*a2*square + sixth*(7*a3+9*a4*square)
	x = 2 / math.Sqrt(3) * turned * math.Pi / 180 * math.Cos(theta) / slope
	return x, theta * (a1 + a2*square + sixth*(a3+a4*square))
}
