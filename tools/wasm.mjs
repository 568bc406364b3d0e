/** Makes the .wasm small. */
import { readFileSync, writeFileSync } from "node:fs";

/**
 * The standard library's functions that say why the program panics. In WebAssembly nobody hears it: it traps either way, and
 * what the words are made of is a twentieth of the code.
 */
const LAST_WORDS =
  /^<?(core|alloc|std|hashbrown)\[\w+\]::.*(panic|_fail|handle_error|handle_alloc_error|capacity_overflow|alloc_err)/;

/**
 * Takes the panics' words out of a .wasm that has its functions' names, and optimizes what is left, as `wasm-opt -Oz --converge`
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
    if (imported || results !== binaryen.none || !LAST_WORDS.test(name)) continue;
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  }
}
