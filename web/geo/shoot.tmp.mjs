import { chromium } from 'playwright-core';
const [dir,...names]=process.argv.slice(2);
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--headless','--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run']});
import {readFileSync} from 'fs';
for(const n of names){const svg=readFileSync(`${dir}/${n}.svg`,'utf8');const [,w,h]=svg.match(/width="(\d+)" height="(\d+)"/);const p=await b.newPage({viewport:{width:+w,height:+h}});await p.setContent(`<style>body{margin:0}</style>${svg}`);await p.screenshot({path:`${dir}/${n}.png`});await p.close()}
await b.close();
