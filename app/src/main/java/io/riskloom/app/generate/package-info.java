/** The page of generated price paths: fan chart, distribution and stylised facts beside the real series. */
package io.riskloom.app.generate;
