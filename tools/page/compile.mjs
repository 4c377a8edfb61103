// node compile.mjs PYODIDE WORK: runs WORK/job.py in Pyodide, with WORK as /work. Its last line decides the exit status.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [place, work] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(place, 'pyodide.mjs')).href);
const python = await loadPyodide({
  indexURL: `${place}/`,
  env: { PYTHONHASHSEED: '0', PYTHONNODEBUGRANGES: '1', HOME: '/home', PYTHONDONTWRITEBYTECODE: '1', LANG: 'C.UTF-8' },
});
python.FS.mkdirTree('/work');
python.FS.mount(python.FS.filesystems.NODEFS, { root: work }, '/work');
await python.runPythonAsync(readFileSync(join(work, 'job.py'), 'utf-8'));
process.exit(0);
