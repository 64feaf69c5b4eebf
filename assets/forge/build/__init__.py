"""Architecture as a painter sees it: geometry rasterised on the CPU into lit, fogged, brushed layers."""
