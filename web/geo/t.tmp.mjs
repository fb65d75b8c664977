import { runnerImport } from 'vite';import {provinces} from './china.mjs';
const {module:p}=await runnerImport('/work/main/web/src/chart/projection.ts',{configFile:false,logLevel:'error'});
let e=[1e9,1e9,-1e9,-1e9];for(const f of provinces())for(const q of f.geometry.coordinates.flat(2)){const [x,y]=p.project('meridian-china',q);e=[Math.min(e[0],x),Math.min(e[1],y),Math.max(e[2],x),Math.max(e[3],y)]}
console.log(e);
for(const q of [[105,3],[123,3],[114,25],[104,25],[124,25]])console.log(q,p.project('meridian-scs',q));
for(const [n,q] of Object.entries({lisbon:[-9.5,38.7],iceland:[-22,65],northcape:[25,71],chukotka:[190,66],tokyo:[140,36],kamchatka:[160,55],java:[110,-8],nz:[178,-41],cape:[18,-35],dakar:[-17,14],taimyr:[104,77.5],mada:[47,-25],sydney:[151,-34],png:[150,-10]}))console.log(n,p.project('meridian-belt-road',q).map(Math.round));
