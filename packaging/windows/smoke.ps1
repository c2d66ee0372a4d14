# Installs the package for this person, uses it, and removes it again: what a reader would do.
$ErrorActionPreference = "Stop"
$setup = (Get-ChildItem dist/*-windows-setup.exe).FullName
$place = "$env:LOCALAPPDATA\Programs\Triptych"
$work = New-Item -ItemType Directory -Path "$env:TEMP\Триптих"

function Check($what, $good) {
    if (-not $good) { throw "not as it should be: $what" }
    Write-Output "ok   $what"
}

function Run($program, $arguments) {
    $done = Start-Process -FilePath $program -ArgumentList $arguments -Wait -PassThru -NoNewWindow
    Check "$program $arguments" ($done.ExitCode -eq 0)
}

Run $setup @("/S")
Check "the program is installed" (Test-Path "$place\triptych.exe")
$kind = (Get-ItemProperty "HKCU:\Software\Classes\.triptych")."(default)"
Check "*.triptych belongs to it" ($kind -eq "Triptych.corpus")

$cli = "$place\triptych-cli.exe"
$corpus = "$work\Жаңаөзен.triptych"
Run $cli @("case", "zhanaozen-2011", "`"$corpus`"")
Run $cli @("verify", "`"$corpus`"")
foreach ($ending in "pdf", "docx", "odt", "html", "xlsx", "csv", "md", "json") {
    Run $cli @("export", "`"$corpus`"", "`"$work\sheet.$ending`"", "--event", "shooting")
    Check "a sheet as $ending" ((Get-Item "$work\sheet.$ending").Length -gt 500)
}

# By the command line of the association, as a double click would.
$command = (Get-ItemProperty "HKCU:\Software\Classes\Triptych.corpus\shell\open\command")."(default)"
$program = [regex]::Match($command, '^"([^"]+)"').Groups[1].Value
$window = Start-Process -FilePath $program -ArgumentList "`"$corpus`"" -PassThru
foreach ($try in 1..60) {
    Start-Sleep -Milliseconds 500
    $window.Refresh()
    if ($window.MainWindowTitle) { break }
}
Check "a window opens: $($window.MainWindowTitle)" ($window.MainWindowTitle -like "*Triptych*")
[void]$window.CloseMainWindow()
Check "it closes" ($window.WaitForExit(20000))
$settings = Get-ChildItem -Recurse "$env:LOCALAPPDATA\triptych", "$env:APPDATA\triptych" -File `
    -ErrorAction SilentlyContinue
Check "settings are where Windows keeps them" ($settings.Name -contains "settings.json")

Run $setup @("/S")
Run "$place\uninstall.exe" @("/S", "_?=$place")
Check "the program is gone" (-not (Test-Path "$place\triptych.exe"))
Check "the association is gone" (-not (Test-Path "HKCU:\Software\Classes\Triptych.corpus"))
Check "the corpus is there" (Test-Path $corpus)
