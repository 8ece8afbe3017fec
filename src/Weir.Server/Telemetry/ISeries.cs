using System.Text;

namespace Weir.Server.Telemetry;

/// <summary>The measurements of one instrument with one set of labels. Any thread may record.</summary>
internal interface ISeries
{
    void Record(double number);

    /// <param name="text">Gets the lines.</param>
    /// <param name="name">Of the instrument.</param>
    /// <param name="labels"><c>provider="acme",outcome="ok"</c>; may be empty.</param>
    void Write(StringBuilder text, string name, string labels);
}
