"""Forms as they were issued, and those who fill them: openpyxl, LibreOffice, the lot."""
