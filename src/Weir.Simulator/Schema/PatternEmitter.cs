using System.Text;

namespace Weir.Simulator.Schema;

/// <summary>Appends a text that one part of a pattern matches.</summary>
/// <param name="growth">Repetitions beyond the least, where the part allows them.</param>
internal delegate void PatternEmitter(StringBuilder text, int growth);
