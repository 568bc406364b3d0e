/** Makes the .wasm small. */
import { readFileSync, writeFileSync } from "node:fs";

/**
 * The standard library's functions that say why the program panics. In WebAssembly nobody hears it: it traps either way, and
 * what the words are made of is a twentieth of the code.
 */
const LAST_WORDS =
  /^<?(core|alloc|std|hashbrown)\[\w+\]::.*(panic|_fail|handle_error|handle_alloc_error|capacity_overflow|alloc_err)/;

/** What the last words alone are made with: values as a programmer sees them. */
const SHOWN = / as core(\[\w+\])?::fmt::Debug>::fmt/;

/**
 * Takes the panics' words and places out of a .wasm that has its functions' names, and optimizes what is left, as `wasm-opt -Oz --converge`
 * does.
 * @param {string} path
 */
export async function shrink(path) {
  const { default: binaryen } = await import("binaryen");
  const module = binaryen.readBinary(readFileSync(path));
  const { Features } = binaryen;
  // What all browsers have that can paint highlights.
  module.setFeatures(
    Features.BulkMemory |
      Features.BulkMemoryOpt |
      Features.CallIndirectOverlong |
      Features.Multivalue |
      Features.MutableGlobals |
      Features.NontrappingFPToInt |
      Features.ReferenceTypes |
      Features.SIMD128 |
      Features.SignExt,
  );
  silence(binaryen, module);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  // Else most of the engine becomes one function, which browsers compile whole before the first date is found.
  binaryen.setOneCallerInlineMaxSize(0);
  // Zeros are packed better by the download's own compression.
  binaryen.addPassToSkip("memory-packing");
  module.runPasses(["strip-debug", "strip-producers", "strip-target-features"]);
  let best = module.emitBinary();
  for (;;) {
    module.optimize();
    module.runPasses(["reorder-functions"]);
    const smaller = module.emitBinary();
    if (smaller.length >= best.length) break;
    best = smaller;
  }
  forgetPlaces(best);
  writeFileSync(path, best);
}

/**
 * @param {typeof import("binaryen").default} binaryen
 * @param {import("binaryen").default.Module} module
 */
function silence(binaryen, module) {
  const functions = Array.from({ length: module.getNumFunctions() }, (_, nth) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(nth)),
  );
  for (const { name, module: imported, params, results } of functions) {
    const isLast = results === binaryen.none && LAST_WORDS.test(name);
    if (imported || !(isLast || SHOWN.test(name))) continue;
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  }
}

/**
 * Blanks out the places in the source that panics would tell: each is a path's address and length, a line and a column.
 * @param {Uint8Array} wasm
 */
function forgetPlaces(wasm) {
  const segments = [...segmentsOf(wasm)];
  const textAt = (/** @type {number} */ address, /** @type {number} */ length) => {
    const holder = segments.find((segment) => address - segment.address in segment.bytes);
    return holder?.bytes.subarray(address - holder.address, address - holder.address + length);
  };
  const paths = [];
  for (const { bytes } of segments) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at + 16 <= bytes.length; at += 4) {
      const number = (/** @type {number} */ nth) => view.getUint32(at + 4 * nth, true);
      if (number(1) > 200 || number(2) > 20_000 || number(3) > 500) continue;
      const path = textAt(number(0), number(1));
      if (!path || !/\.rs$/.test(Buffer.from(path).toString("latin1"))) continue;
      paths.push(path);
      bytes.fill(0, at, at + 16);
    }
  }
  for (const path of paths) path.fill(0);
}

/**
 * What a .wasm puts into memory, and where.
 * @param {Uint8Array} wasm
 */
function* segmentsOf(wasm) {
  let at = 8;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = wasm[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  while (at < wasm.length) {
    const section = wasm[at++];
    const end = number() + at;
    if (section === 11)
      for (let count = number(); count > 0; count--) {
        // An active segment's first bytes, and `i32.const`.
        at += 2;
        const address = number();
        at++;
        const length = number();
        yield { address, bytes: wasm.subarray(at, at + length) };
        at += length;
      }
    at = end;
  }
}
