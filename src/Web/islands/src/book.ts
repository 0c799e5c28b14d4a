import "./booking/define";
