using System.Globalization;
using System.Text;

namespace Weir.Server.Telemetry;

/// <summary>A number that measurements add to, or that the last of them is.</summary>
internal sealed class SumState(bool isLast) : ISeries
{
    private double _sum;

    /// <inheritdoc/>
    public void Record(double number)
    {
        if (isLast)
        {
            Volatile.Write(ref _sum, number);
            return;
        }

        Add(ref _sum, number);
    }

    /// <inheritdoc/>
    public void Write(StringBuilder text, string name, string labels) =>
        text.Append(name).Append(labels.Length > 0 ? $"{{{labels}}}" : "").Append(' ').Append(Volatile.Read(ref _sum).ToString("R", CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>Adds without a lock.</summary>
    internal static void Add(ref double sum, double number)
    {
        var before = Volatile.Read(ref sum);
        while (true)
        {
            var found = Interlocked.CompareExchange(ref sum, before + number, before);
            if (found.Equals(before))
            {
                return;
            }

            before = found;
        }
    }
}
