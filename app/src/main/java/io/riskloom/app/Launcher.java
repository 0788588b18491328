package io.riskloom.app; class Launcher {}
