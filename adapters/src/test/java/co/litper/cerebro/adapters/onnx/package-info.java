/** Tests of sentence models, with the packaged all-MiniLM-L6-v2. */
@NullMarked
package co.litper.cerebro.adapters.onnx;

import org.jspecify.annotations.NullMarked;
