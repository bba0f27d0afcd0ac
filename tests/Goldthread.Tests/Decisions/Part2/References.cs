using System.Reflection;
using System.Reflection.Emit;

namespace Goldthread.Tests.Decisions.Part2;

/// <summary>Which types a type's code and signatures name, read from its compiled instructions.</summary>
internal static class References
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The types of an assembly that name one of these, each with the type that stands in the source: what the compiler made counts for whoever it was made for.</summary>
    public static IEnumerable<Type> ThatName(this Assembly assembly, params Type[] named) =>
        assembly.GetTypes().Where(type => Of(type).Any(used => named.Contains(used) || named.Contains(used.IsGenericType ? null : used.GetElementType()))).Select(Outermost).Distinct();

    /// <summary>The methods of an assembly that call a method.</summary>
    public static IEnumerable<Type> ThatCall(this Assembly assembly, MethodInfo method) =>
        assembly.GetTypes().Where(type => Members(type).SelectMany(Named).Any(used => used is MethodBase called && called.MetadataToken == method.MetadataToken && called.Module == method.Module)).Select(Outermost).Distinct();

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<MethodBase> Members(Type type) => [.. type.GetMethods(Everything), .. type.GetConstructors(Everything)];

    private static IEnumerable<Type> Of(Type type)
    {
        var types = type.GetFields(Everything).Select(field => field.FieldType).ToList();
        foreach (var member in Members(type))
        {
            types.AddRange(member.GetParameters().Select(parameter => parameter.ParameterType));
            if (member is MethodInfo method)
                types.Add(method.ReturnType);
            types.AddRange(member.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);
            foreach (var used in Named(member))
                types.AddRange(used as Type is { } one ? [one] : [used.DeclaringType ?? typeof(void), .. (used as MethodBase)?.IsGenericMethod == true ? ((MethodBase)used).GetGenericArguments() : []]);
        }

        return types.SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) => type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Parts)] : [type];

    // Every token in a method's instructions: what it calls, makes, reads and names.
    private static IEnumerable<MemberInfo> Named(MethodBase member)
    {
        var code = member.GetMethodBody()?.GetILAsByteArray() ?? [];
        var ofType = member.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = member.IsGenericMethod ? member.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xfe ? unchecked((short)(0xfe00 | code[at + 1])) : code[at];
            at += code[at] == 0xfe ? 2 : 1;
            var operand = Codes[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineField or OperandType.InlineTok)
                yield return member.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
