/** What the image classifier sees in a window of prices: feature maps, activation map, importance of each day. */
package io.riskloom.app.inside;
