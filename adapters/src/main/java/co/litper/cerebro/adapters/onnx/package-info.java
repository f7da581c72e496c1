/**
 * Sentence models run with ONNX Runtime. In: a folder as sentence-transformers exports it. Out: an
 * {@link co.litper.cerebro.search.Embedder}. ONNX Runtime and the tokenizer are optional: an installation that uses the default
 * embedder holds neither.
 */
@NullMarked
package co.litper.cerebro.adapters.onnx;

import org.jspecify.annotations.NullMarked;
