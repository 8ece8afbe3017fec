using System.Globalization;

namespace Weir.Load.Systems;

/// <summary>Reads from the kernel what a process and its children used.</summary>
internal static class ProcessTree
{
    // Ticks a second of the times in /proc: 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>A process and all below it.</summary>
    public static IReadOnlyList<int> Of(int root)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder))
            .Where(name => char.IsAsciiDigit(name[0]))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture))
            .ToDictionary(id => id, Parent);
        List<int> tree = [root];
        for (var i = 0; i < tree.Count; i++)
        {
            tree.AddRange(parents.Where(pair => pair.Value == tree[i]).Select(pair => pair.Key));
        }

        return tree;
    }

    public static double ProcessorSeconds(int id) =>
        Fields(id) is { } fields ? (Number(fields[11]) + Number(fields[12])) / TicksPerSecond : 0;

    /// <param name="line">VmRSS: or VmHWM:.</param>
    /// <returns>Bytes; 0 when the process is gone.</returns>
    public static long Memory(int id, string line)
    {
        try
        {
            var found = File.ReadLines($"/proc/{id}/status").FirstOrDefault(text => text.StartsWith(line, StringComparison.Ordinal));
            return found is null ? 0 : Number(found.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static int Parent(int id) => Fields(id) is { } fields ? (int)Number(fields[1]) : 0;

    // What stands behind the name, which may have blanks and brackets in it: state, parent, ...
    private static string[]? Fields(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
