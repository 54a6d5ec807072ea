#!/usr/bin/env node
import './node-guard.mjs';

await import('./main.ts');
