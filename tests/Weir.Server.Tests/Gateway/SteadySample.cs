using System.Globalization;
using System.Text.RegularExpressions;

namespace Weir.Server.Tests.Gateway;

/// <summary>What a server takes at one moment, as the system says it.</summary>
internal sealed partial record SteadySample
{
    private const long Mebibyte = 1L << 20;

    public TimeSpan At { get; private init; }

    /// <summary>Bytes of memory, those of files included.</summary>
    public long Resident { get; private init; }

    /// <summary>Bytes of memory that belong to no file.</summary>
    public long Anonymous { get; private init; }

    public long Threads { get; private init; }

    /// <summary>Open files and whatever else is no connection.</summary>
    public long Descriptors { get; private init; }

    public long Sockets { get; private init; }

    /// <summary>Bytes of <c>traces.db</c>.</summary>
    public long Traces { get; private init; }

    /// <summary>Bytes of <c>traces.texts.db</c>.</summary>
    public long Texts { get; private init; }

    /// <summary>Bytes of <c>weir.db</c>, which grows with every call.</summary>
    public long Ledger { get; private init; }

    /// <summary>Bytes of the largest write-ahead log.</summary>
    public long LargestLog { get; private init; }

    /// <summary>Files of spans that the store did not take.</summary>
    public int DeadLetters { get; private init; }

    /// <summary>Spans that were erased to make room.</summary>
    public long Expired { get; private init; }

    /// <param name="process">Of the server.</param>
    /// <param name="folder">Its data.</param>
    /// <param name="at">Since the run began.</param>
    /// <param name="metrics">What it shows at <c>/metrics</c>.</param>
    public static SteadySample Read(int process, string folder, TimeSpan at, string metrics)
    {
        var status = File.ReadAllText($"/proc/{process}/status");
        var targets = Directory.GetFileSystemEntries($"/proc/{process}/fd").Select(descriptor => new FileInfo(descriptor).LinkTarget ?? "").ToArray();
        var sockets = targets.Count(target => target.StartsWith("socket:", StringComparison.Ordinal));
        var letters = new DirectoryInfo(Path.Combine(folder, "dead-letters"));
        return new SteadySample
        {
            At = at,
            Resident = Number(status, "VmRSS:") << 10,
            Anonymous = Number(status, "RssAnon:") << 10,
            Threads = Number(status, "Threads:"),
            Descriptors = targets.Length - sockets,
            Sockets = sockets,
            Traces = SizeOf(folder, "traces.db"),
            Texts = SizeOf(folder, "traces.texts.db"),
            Ledger = SizeOf(folder, "weir.db"),
            LargestLog = new DirectoryInfo(folder).EnumerateFiles("*-wal").Select(log => log.Length).DefaultIfEmpty().Max(),
            DeadLetters = letters.Exists ? letters.EnumerateFiles().Count() : 0,
            Expired = Number(metrics, "weir_traces_expired"),
        };
    }

    public override string ToString()
    {
        var files = $"traces.db {Traces / Mebibyte}, traces.texts.db {Texts / Mebibyte}, weir.db {Ledger / Mebibyte}, largest log {LargestLog / Mebibyte} MiB";
        var memory = $"{Resident / Mebibyte} MiB of memory ({Anonymous / Mebibyte} of no file)";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"at {At.TotalSeconds:0} s {memory}, {Threads} threads, {Descriptors} descriptors, {Sockets} sockets, {files}, {Expired} spans expired");
    }

    private static long SizeOf(string folder, string name) => new FileInfo(Path.Combine(folder, name)) is { Exists: true } file ? file.Length : 0;

    // "VmRSS:	  123456 kB", "weir_traces_expired 500"; 0 where it is not said.
    private static long Number(string text, string name)
    {
        foreach (var match in NamedNumber().EnumerateMatches(text))
        {
            var line = text.AsSpan(match.Index, match.Length);
            if (line.StartsWith(name, StringComparison.Ordinal) && char.IsWhiteSpace(line[name.Length]))
            {
                return long.Parse(line[name.Length..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture);
            }
        }

        return 0;
    }

    [GeneratedRegex(@"^[A-Za-z_]+:?[ \t]+[0-9]+", RegexOptions.Multiline)]
    private static partial Regex NamedNumber();
}
